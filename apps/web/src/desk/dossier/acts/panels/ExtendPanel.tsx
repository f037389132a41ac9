import { formatDay, formatPromise } from '@trinhduyet/text';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { dayOfText } from './day-of-text';
import { DayInput } from './DayInput';
import { PanelButtons, type PanelProps, wheresOf } from './panel';

/** Another promised day, and why: both stand on the apology (form 04). */
export function ExtendPanel({ begun: { act, thenNext }, handling, dossier }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const { language } = useLanguage();
  const [text, setText] = useKept(handling.keep<string>(act, 'promisedOn'), '');
  const [reason, setReason] = useKept(handling.keep<string>(act, 'why'), '');
  const [isChecked, setChecked] = useState(false);
  const { promisedOn = '', latestExtensionOn = '' } = dossier;
  const day = dayOfText(text);
  const isDayMissing = day === undefined || day <= promisedOn;
  const isReasonMissing = reason.trim() === '';
  const send = () => {
    setChecked(true);
    if (isDayMissing || isReasonMissing) return;
    const command = COMMANDS.extend({ task: act.task, promisedOn: day, note: reason.trim() });
    handling.send({ act, thenNext, command });
  };
  return (
    <>
      <p>{texts.extendMeans(formatPromise(promisedOn, language), formatDay(latestExtensionOn))}</p>
      <DayInput
        label={texts.extendDay}
        help={texts.extendDayHelp}
        fault={isChecked && isDayMissing ? texts.extendDayMissing : undefined}
        text={text}
        onText={setText}
      />
      <WrittenField
        label={texts.extendReason}
        rows={2}
        phrasesFor={wheresOf(act)}
        fault={isChecked && isReasonMissing ? texts.reasonMissing : undefined}
        value={reason}
        onText={setReason}
      />
      <PanelButtons handling={handling} send={texts.extendSend} onSend={send} />
    </>
  );
}
