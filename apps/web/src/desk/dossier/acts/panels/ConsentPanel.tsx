import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { useActLabel } from '../use-act-label';
import { PanelButtons, type PanelProps } from './panel';

/** Why the applicant is to be asked once more at the same step, or why not. */
export function ConsentPanel({ begun: { act, thenNext }, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const [reason, setReason] = useKept(handling.keep<string>(act, 'why'), '');
  const [isMissing, setMissing] = useState(false);
  const isAsking = act.command === 'askConsent';
  const send = () => {
    const note = reason.trim();
    setMissing(note === '');
    if (note === '') return;
    const body = { task: act.task, note };
    handling.send({ act, thenNext, command: isAsking ? COMMANDS.askConsent(body) : COMMANDS.refuseConsent(body) });
  };
  return (
    <>
      {isAsking && <p>{texts.consentMeans}</p>}
      <WrittenField
        label={isAsking ? texts.consentWhy.askConsent : texts.consentWhy.refuseConsent}
        rows={2}
        phrasesFor={['askSupplement']}
        fault={isMissing ? texts.reasonMissing : undefined}
        value={reason}
        onText={setReason}
      />
      <PanelButtons handling={handling} send={labelOf(act)} onSend={send} />
    </>
  );
}
