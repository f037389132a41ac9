import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { PanelButtons, type PanelProps, wheresOf } from './panel';
import { PostPicker } from './PostPicker';
import { usePost } from './use-post';

/** The task goes to where it belongs. */
export function TransferPanel(props: PanelProps) {
  const { begun, handling } = props;
  const { act, thenNext } = begun;
  const texts = useTexts(ACT_TEXTS);
  const { addressees, post, choose } = usePost(props);
  const [why, setWhy] = useKept(handling.keep<string>(act, 'why'), '');
  const [isChecked, setChecked] = useState(false);
  if (addressees.length === 0) return <p>{texts.nobodyToAsk}</p>;
  const send = () => {
    setChecked(true);
    if (post === '') return;
    handling.send({
      act,
      thenNext,
      command: COMMANDS.transfer({ task: act.task, post, note: why.trim() || undefined }),
    });
  };
  return (
    <>
      <PostPicker
        label={texts.whom.transfer}
        addressees={addressees}
        isMissing={isChecked && post === ''}
        value={post}
        onChoose={choose}
      />
      <WrittenField
        label={texts.transferWhy}
        rows={2}
        isOptional
        phrasesFor={wheresOf(act)}
        value={why}
        onText={setWhy}
      />
      <PanelButtons handling={handling} send={texts.act.transfer} onSend={send} />
    </>
  );
}
