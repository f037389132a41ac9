import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { type PanelProps, wheresOf } from './panel';
import { PostedPanel } from './PostedPanel';

const ORDERS = ['before', 'beside', 'after'] as const;
type Order = (typeof ORDERS)[number];

/** Another signature: whose, when, and why. */
export function SignerPanel(props: PanelProps) {
  const { begun, handling } = props;
  const { act } = begun;
  const texts = useTexts(ACT_TEXTS);
  const [how, setHow] = useKept<Order>(handling.keep(act, 'how'), 'beside');
  const [why, setWhy] = useKept(handling.keep<string>(act, 'why'), '');
  return (
    <PostedPanel
      panel={props}
      label={texts.whom.addSigner}
      send={texts.signerSend}
      commandFor={(post) => COMMANDS.addSigner({ task: act.task, post, how, note: why.trim() || undefined })}
    >
      {() => (
        <>
          <fieldset className="field">
            <legend className="field-label">{texts.signsWhen}</legend>
            <div className="cards targets">
              {ORDERS.map((order) => (
                <label key={order} className="card-choice">
                  <input type="radio" name="signs-when" checked={how === order} onChange={() => setHow(order)} />
                  <span>{texts.signing[order]}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <WrittenField
            label={texts.signerWhy}
            rows={2}
            isOptional
            phrasesFor={wheresOf(act)}
            value={why}
            onText={setWhy}
          />
        </>
      )}
    </PostedPanel>
  );
}
