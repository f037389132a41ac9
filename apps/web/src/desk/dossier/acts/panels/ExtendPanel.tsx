import { formatDay, formatPromise } from '@trinhduyet/text';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { DayInput } from './DayInput';
import { PanelButtons, type PanelProps } from './panel';

/** Another promised day, and why: both stand on the apology (form 04). */
export function ExtendPanel({ begun: { act, thenNext }, handling, dossier }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const { language } = useLanguage();
  const [day, setDay] = useState<string>();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { promisedOn = '', latestExtensionOn = '' } = dossier;
  const isDayMissing = day === undefined || day === 'none-such' || day <= promisedOn;
  const isReasonMissing = reason.trim() === '';
  const send = () => {
    setChecked(true);
    if (isDayMissing || isReasonMissing) return;
    const command = COMMANDS.extend({ task: act.task, promisedOn: day, note: reason.trim() });
    handling.acting.send({ act, thenNext, command });
  };
  return (
    <>
      <p>{texts.extendMeans(formatPromise(promisedOn, language), formatDay(latestExtensionOn))}</p>
      <DayInput
        label={texts.extendDay}
        help={texts.extendDayHelp}
        fault={isChecked && isDayMissing ? texts.extendDayMissing : undefined}
        onDay={setDay}
      />
      <label className="field">
        <span className="field-label">{texts.extendReason}</span>
        <textarea
          className="control control-long"
          rows={2}
          maxLength={4_000}
          value={reason}
          aria-invalid={(isChecked && isReasonMissing) || undefined}
          aria-describedby="extend-reason-fault"
          onChange={({ target }) => setReason(target.value)}
        />
        <span className="field-fault" id="extend-reason-fault" hidden={!isChecked || !isReasonMissing}>
          {texts.reasonMissing}
        </span>
      </label>
      <PanelButtons handling={handling} send={texts.extendSend} onSend={send} />
    </>
  );
}
