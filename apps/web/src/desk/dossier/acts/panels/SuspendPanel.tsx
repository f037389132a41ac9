import { useState } from 'react';
import { useSay, useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { PanelButtons, type PanelProps, wheresOf } from './panel';

/** The clock stops on a ground that the law knows, and in words that the applicant reads. */
export function SuspendPanel({ begun: { act, thenNext }, handling, dossier: { suspensions } }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  const [ground, setGround] = useKept(
    handling.keep<string>(act, 'ground'),
    suspensions.length === 1 ? (suspensions[0]?.key ?? '') : '',
  );
  const [why, setWhy] = useKept(handling.keep<string>(act, 'why'), '');
  const [isChecked, setChecked] = useState(false);
  const note = why.trim();
  const send = () => {
    setChecked(true);
    if (ground === '' || note === '') return;
    handling.send({ act, thenNext, command: COMMANDS.suspend({ task: act.task, ground, note }) });
  };
  return (
    <>
      <p>{texts.suspendMeans}</p>
      <fieldset className="field" aria-describedby="ground-fault">
        <legend className="field-label">{texts.ground}</legend>
        <div className="cards">
          {suspensions.map(({ key, title, legalBasis }) => (
            <label key={key} className="card-choice">
              <input type="radio" name="ground" checked={ground === key} onChange={() => setGround(key)} />
              <span>
                {say(title)}
                <span className="quiet target-others">{say(legalBasis)}</span>
              </span>
            </label>
          ))}
        </div>
        <p className="field-fault" id="ground-fault" hidden={!isChecked || ground !== ''}>
          {texts.groundMissing}
        </p>
      </fieldset>
      <WrittenField
        label={texts.suspendWhy}
        rows={2}
        phrasesFor={wheresOf(act)}
        fault={isChecked && note === '' ? texts.reasonMissing : undefined}
        value={why}
        onText={setWhy}
      />
      <PanelButtons handling={handling} send={texts.act.suspend} onSend={send} />
    </>
  );
}
