import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { NoteField } from '../../work/NoteField';
import { PanelButtons, type PanelProps } from './panel';

const REASONS = ['NOT_COMPETENT', 'NOT_IN_SCOPE', 'DUPLICATE_OPEN_DOSSIER', 'FORGED_PAPER'] as const;
type Reason = (typeof REASONS)[number];

/** Not to receive a dossier is lawful for these reasons only, and in writing. */
export function RefuseReception({ begun: { act, thenNext }, handling }: Omit<PanelProps, 'dossier'>) {
  const texts = useTexts(ACT_TEXTS);
  const [reason, setReason] = useState<Reason>(REASONS[0]);
  const [isMissing, setMissing] = useState(false);
  const draft = handling.draft.data;
  if (!draft) return null;
  const send = () => {
    const note = draft.note.trim();
    setMissing(note === '');
    if (note === '') return;
    const command = COMMANDS.refuseReception({ task: act.task, reason, note });
    handling.acting.send({ act, thenNext, command });
  };
  return (
    <>
      <p className="dialog-means">{texts.refusalMeans}</p>
      <fieldset className="field">
        <legend className="field-label">{texts.refusalReason}</legend>
        <div className="cards">
          {REASONS.map((each) => (
            <label key={each} className="card-choice">
              <input type="radio" name="refusal" checked={reason === each} onChange={() => setReason(each)} />
              <span>{texts.refusalReasons[each]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <NoteField draft={draft} label={texts.refusalNote} fault={isMissing ? texts.reasonMissing : undefined} />
      <PanelButtons handling={handling} send={texts.act.refuseReception} color="red.6" onSend={send} />
    </>
  );
}
