import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { ACT_TEXTS } from '../act-texts';
import { type Refusal, REFUSALS } from '../acts';
import { COMMANDS } from '../commands';
import { type PanelProps, ReasonedPanel } from './panel';

/** Not to receive a dossier: with its reason, and in writing. */
export function RefuseReception({ begun, handling }: Omit<PanelProps, 'dossier'>) {
  const texts = useTexts(ACT_TEXTS);
  const { act, thenNext } = begun;
  const [reason, setReason] = useKept<Refusal>(handling.keep(act, 'reason'), REFUSALS[0]);
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
          {REFUSALS.map((each) => (
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
