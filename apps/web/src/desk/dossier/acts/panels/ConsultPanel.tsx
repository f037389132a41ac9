import { Checkbox, NumberInput } from '@mantine/core';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { type PanelProps, wheresOf } from './panel';
import { PostedPanel } from './PostedPanel';

/** In working days, as the core has it. */
const [SHORTEST, LONGEST, USUAL] = [0.5, 30, 2];

/** A question to another office: which, by when, and whether the decision waits for it. */
export function ConsultPanel(props: PanelProps) {
  const { begun, handling } = props;
  const { act } = begun;
  const texts = useTexts(ACT_TEXTS);
  const [question, setQuestion] = useKept(handling.keep<string>(act, 'question'), '');
  const [blocking, setBlocking] = useKept(handling.keep<boolean>(act, 'blocking'), true);
  const [days, setDays] = useKept<number | ''>(handling.keep(act, 'days'), USUAL);
  const note = question.trim();
  const isNoTime = days === '' || days < SHORTEST || days > LONGEST || !Number.isInteger(days * 2);
  return (
    <PostedPanel
      panel={props}
      label={texts.whom.consult}
      send={texts.consultSend}
      commandFor={(post) =>
        note === '' || isNoTime
          ? undefined
          : COMMANDS.consult({ task: act.task, post, blocking, workingDays: days, note })
      }
    >
      {(isChecked) => (
        <>
          <WrittenField
            label={texts.question}
            rows={2}
            phrasesFor={wheresOf(act)}
            fault={isChecked && note === '' ? texts.questionMissing : undefined}
            value={question}
            onText={setQuestion}
          />
          <Checkbox
            className="field"
            label={texts.isBlocking}
            description={texts.isBlockingHelp}
            checked={blocking}
            onChange={({ currentTarget }) => setBlocking(currentTarget.checked)}
          />
          <NumberInput
            className="field"
            classNames={{ input: 'day-input' }}
            label={texts.answerWithin}
            error={isChecked && isNoTime && texts.answerWithinMissing}
            decimalSeparator=","
            step={SHORTEST}
            hideControls
            value={days}
            onChange={(value) => setDays(typeof value === 'number' ? value : '')}
          />
        </>
      )}
    </PostedPanel>
  );
}
