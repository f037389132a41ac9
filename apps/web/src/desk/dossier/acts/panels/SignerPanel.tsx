import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { PanelButtons, type PanelProps, wheresOf } from './panel';
import { PostPicker } from './PostPicker';
import { usePost } from './use-post';

const ORDERS = ['before', 'beside', 'after'] as const;
type Order = (typeof ORDERS)[number];

/** Another signature: whose, when, and why. */
export function SignerPanel(props: PanelProps) {
  const { begun, handling } = props;
  const { act, thenNext } = begun;
  const texts = useTexts(ACT_TEXTS);
  const { addressees, post, choose } = usePost(props);
  const [how, setHow] = useKept<Order>(handling.keep(act, 'how'), 'beside');
  const [why, setWhy] = useKept(handling.keep<string>(act, 'why'), '');
  const [isChecked, setChecked] = useState(false);
  if (addressees.length === 0) return <p>{texts.nobodyToAsk}</p>;
  const send = () => {
    setChecked(true);
    if (post === '') return;
    const command = COMMANDS.addSigner({ task: act.task, post, how, note: why.trim() || undefined });
    handling.send({ act, thenNext, command });
  };
  return (
    <>
      <PostPicker
        label={texts.whom.addSigner}
        addressees={addressees}
        isMissing={isChecked && post === ''}
        value={post}
        onChoose={choose}
      />
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
      <PanelButtons handling={handling} send={texts.signerSend} onSend={send} />
    </>
  );
}
