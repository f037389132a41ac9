import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { PanelButtons, type PanelProps, wheresOf } from './panel';

/** What a decision taken back, or a clock that runs again, means; a word about why is welcome. */
export function WordsPanel({ begun: { act, thenNext }, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const [why, setWhy] = useKept(handling.keep<string>(act, 'why'), '');
  const isRecall = act.command === 'recall';
  const note = why.trim() || undefined;
  const command = isRecall ? COMMANDS.recall({ task: act.task, note }) : COMMANDS.resume({ note });
  return (
    <>
      <p>{isRecall ? texts.recallMeans : texts.resumeMeans}</p>
      <WrittenField
        label={isRecall ? texts.recallWhy : texts.resumeWhy}
        rows={2}
        isOptional
        phrasesFor={wheresOf(act)}
        value={why}
        onText={setWhy}
      />
      <PanelButtons
        handling={handling}
        send={texts.act[act.command]}
        onSend={() => handling.send({ act, thenNext, command })}
      />
    </>
  );
}
