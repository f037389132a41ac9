import { useSay, useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { ACT_TEXTS } from '../act-texts';
import { decision } from '../commands-of-acts';
import { useActLabel } from '../use-act-label';
import { type PanelProps, ReasonedPanel } from './panel';

/** Back to an earlier step, with the reason that is read there. */
export function ReturnPanel({ begun, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const say = useSay();
  const { act, thenNext } = begun;
  const [returnTo, setReturnTo] = useKept(handling.keep<string>(act, 'return-to'), act.targets.at(-1)?.step ?? '');
  return (
    <ReasonedPanel
      begun={begun}
      handling={handling}
      label={texts.reason}
      send={labelOf(act)}
      onSend={(draft) =>
        handling.send({ act, thenNext, command: decision(act, draft, { returnTo: returnTo || undefined }) })
      }
    >
      <fieldset className="field">
        <legend className="field-label">{texts.returnTo}</legend>
        <div className="cards targets">
          {act.targets.map(({ step, title, others }) => (
            <label key={step} className="card-choice">
              <input type="radio" name="return-to" checked={returnTo === step} onChange={() => setReturnTo(step)} />
              <span>
                {say(title)}
                {others && <span className="quiet target-others">{texts.others[others]}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </ReasonedPanel>
  );
}
