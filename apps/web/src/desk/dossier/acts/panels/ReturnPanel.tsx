import { useState } from 'react';
import { useSay, useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { decision } from '../commands-of-acts';
import { NoteField } from '../../work/NoteField';
import { useActLabel } from '../use-act-label';
import { PanelButtons, type PanelProps } from './panel';

/** Back to an earlier step, with the reason that is read there. */
export function ReturnPanel({ begun: { act, thenNext }, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const say = useSay();
  const [returnTo, setReturnTo] = useState(act.targets.at(-1)?.step);
  const [isMissing, setMissing] = useState(false);
  const draft = handling.draft.data;
  if (!draft) return null;
  const send = () => {
    const isEmpty = draft.note.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) handling.acting.send({ act, thenNext, command: decision(act, draft, { returnTo }) });
  };
  return (
    <>
      <fieldset className="field">
        <legend className="field-label">{texts.returnTo}</legend>
        <div className="cards targets">
          {act.targets.map(({ step, title }) => (
            <label key={step} className="card-choice">
              <input type="radio" name="return-to" checked={returnTo === step} onChange={() => setReturnTo(step)} />
              <span>{say(title)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <NoteField draft={draft} label={texts.reason} fault={isMissing ? texts.reasonMissing : undefined} />
      <PanelButtons handling={handling} send={labelOf(act)} onSend={send} />
    </>
  );
}
