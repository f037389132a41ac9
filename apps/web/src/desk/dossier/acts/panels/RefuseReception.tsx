import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { type PanelProps, ReasonedPanel } from './panel';

const REASONS = ['NOT_COMPETENT', 'NOT_IN_SCOPE', 'DUPLICATE_OPEN_DOSSIER', 'FORGED_PAPER'] as const;
type Reason = (typeof REASONS)[number];

/** Not to receive a dossier is lawful for these reasons only, and in writing. */
export function RefuseReception({ begun, handling }: Omit<PanelProps, 'dossier'>) {
  const texts = useTexts(ACT_TEXTS);
  const { act, thenNext } = begun;
  const [reason, setReason] = useKept<Reason>(handling.keep(act, 'reason'), REASONS[0]);
  return (
    <ReasonedPanel
      begun={begun}
      handling={handling}
      label={texts.refusalNote}
      send={texts.act.refuseReception}
      color="red.6"
      onSend={({ note }) =>
        handling.send({
          act,
          thenNext,
          command: COMMANDS.refuseReception({ task: act.task, reason, note: note.trim() }),
        })
      }
    >
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
    </ReasonedPanel>
  );
}
