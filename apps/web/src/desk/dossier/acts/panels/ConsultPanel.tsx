import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { WrittenField } from '../../work/WrittenField';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { PanelButtons, type PanelProps, wheresOf } from './panel';
import { PostPicker } from './PostPicker';
import { usePost } from './use-post';

/** In working days, as the core has it. */
const [SHORTEST, LONGEST, USUAL] = [0.5, 30, 2];

/** A question to another office: which, by when, and whether the decision waits for it. */
export function ConsultPanel(props: PanelProps) {
  const { begun, handling } = props;
  const { act, thenNext } = begun;
  const texts = useTexts(ACT_TEXTS);
  const { addressees, post, choose } = usePost(props);
  const [question, setQuestion] = useKept(handling.keep<string>(act, 'question'), '');
  const [blocking, setBlocking] = useKept(handling.keep<boolean>(act, 'blocking'), true);
  const [days, setDays] = useKept<number | ''>(handling.keep(act, 'days'), USUAL);
  const [isChecked, setChecked] = useState(false);
  const note = question.trim();
  const isNoTime = days === '' || days < SHORTEST || days > LONGEST || !Number.isInteger(days * 2);
  if (addressees.length === 0) return <p>{texts.nobodyToAsk}</p>;
  const send = () => {
    setChecked(true);
    if (post === '' || note === '' || isNoTime) return;
    const command = COMMANDS.consult({ task: act.task, post, blocking, workingDays: days, note });
    handling.send({ act, thenNext, command });
  };
  return (
    <>
      <PostPicker
        label={texts.whom.consult}
        addressees={addressees}
        isMissing={isChecked && post === ''}
        value={post}
        onChoose={choose}
      />
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
      <PanelButtons handling={handling} send={texts.consultSend} onSend={send} />
    </>
  );
}
