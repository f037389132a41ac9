import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { type PanelProps, wheresOf } from './panel';
import { PostedPanel } from './PostedPanel';

/** The task goes to where it belongs. */
export function TransferPanel(props: PanelProps) {
  const { act } = props.begun;
  const texts = useTexts(ACT_TEXTS);
  const [why, setWhy] = useKept(props.handling.keep<string>(act, 'why'), '');
  return (
    <PostedPanel
      panel={props}
      label={texts.whom.transfer}
      send={texts.act.transfer}
      commandFor={(post) => COMMANDS.transfer({ task: act.task, post, note: why.trim() || undefined })}
    >
      {() => (
        <WrittenField
          label={texts.transferWhy}
          rows={2}
          isOptional
          phrasesFor={wheresOf(act)}
          value={why}
          onText={setWhy}
        />
      )}
    </PostedPanel>
  );
}
