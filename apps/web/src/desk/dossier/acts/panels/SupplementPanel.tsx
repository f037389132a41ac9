import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSay, useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import type { Flag, Flags } from '../../form/use-flags';
import { useKept } from '../../work/kept';
import { PhraseField } from '../../work/PhraseField';
import { dayOfText } from './day-of-text';
import { DayInput } from './DayInput';
import { PanelButtons, type PanelProps } from './panel';

/** One request for everything that is flagged. */
export function SupplementPanel({ begun: { act, thenNext }, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const { flags } = handling;
  const [until, setUntil] = useKept(handling.keep<string>(act, 'until'), '');
  const [isChecked, setChecked] = useState(false);
  const { list } = flags;
  const day = dayOfText(until);
  const isNoDay = until.trim() !== '' && day === undefined;
  const send = () => {
    setChecked(true);
    if (list.length === 0 || !list.every(isExplained) || isNoDay) return;
    const items = list.map(({ field, reason }) => ({ field, reason: reason.trim() }));
    const command = COMMANDS.askSupplement({ task: act.task, items, until: day });
    handling.send({ act, thenNext, command });
  };
  const add = () => flags.toggle({ key: `other-${Date.now()}`, reason: '' });
  return (
    <>
      <p>{list.length === 0 ? texts.supplementNone : texts.supplementMeans(list.length)}</p>
      <ol className="supplement-items">
        {list.map((flag) => (
          <SupplementItem key={flag.key} flag={flag} flags={flags} isChecked={isChecked} />
        ))}
      </ol>
      <div className="panel-buttons">
        <Button variant="default" leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={add}>
          {texts.addItem}
        </Button>
        <DayInput label={texts.until} help={texts.untilHelp} text={until} onText={setUntil} />
      </div>
      <PanelButtons handling={handling} send={texts.sendSupplement(list.length)} onSend={send} />
    </>
  );
}

const ASKING = ['askSupplement'];

/** A photo's item begins with which photo it is: that alone is no reason. */
const isExplained = ({ reason }: Flag) => !/^(|.{1,20}:)$/.test(reason.trim());

interface SupplementItemProps {
  readonly flag: Flag;
  readonly flags: Flags;
  readonly isChecked: boolean;
}

function SupplementItem({ flag, flags, isChecked }: SupplementItemProps) {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  const what = flag.title ? say(flag.title) : texts.otherItem;
  const isMissing = isChecked && !isExplained(flag);
  return (
    <li className="supplement-item">
      <strong>{what}</strong>
      <PhraseField
        rows={1}
        aria-label={texts.itemReason(what)}
        aria-invalid={isMissing || undefined}
        aria-describedby={`${flag.key}-fault`}
        phrasesFor={ASKING}
        general={texts.itemPhrases}
        menuLabel={`${texts.phrases}: ${what}`}
        value={flag.reason}
        onText={(reason) => flags.setReason(flag.key, reason)}
      />
      <ActionIcon aria-label={texts.removeItem(what)} onClick={() => flags.toggle(flag)}>
        <IconX size={18} stroke={1.75} />
      </ActionIcon>
      <p className="field-fault" id={`${flag.key}-fault`} hidden={!isMissing}>
        {texts.reasonMissing}
      </p>
    </li>
  );
}
