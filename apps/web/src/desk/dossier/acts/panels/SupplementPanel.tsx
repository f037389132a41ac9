import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { FlagItem, isExplained } from '../../form/FlagItem';
import { useKept } from '../../work/kept';
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
          <FlagItem key={flag.key} flag={flag} flags={flags} isChecked={isChecked} isSender />
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
