import { NativeSelect } from '@mantine/core';
import { compareText } from '@trinhduyet/text';
import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { type PanelProps, ReasonedPanel } from './panel';

/** A misdirected dossier goes to where it belongs; the applicant need not come again. */
export function ForwardPanel({ begun, handling, dossier }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const { act, thenNext } = begun;
  const units = [...dossier.receptionUnits].sort((one, other) => compareText(one.name, other.name));
  const [to, setTo] = useKept(handling.keep<string>(act, 'to'), '');
  const [isMissing, setMissing] = useState(false);
  const send = (note: string) => {
    setMissing(to === '');
    if (to === '') return;
    const command = COMMANDS.forwardReception({ task: act.task, to, note: note.trim() || undefined });
    handling.send({ act, thenNext, command });
  };
  return (
    <ReasonedPanel
      begun={begun}
      handling={handling}
      label={texts.reason}
      send={texts.forwardSend}
      isRequired={false}
      onSend={({ note }) => send(note)}
    >
      <NativeSelect
        className="field"
        label={texts.forwardTo}
        error={isMissing && texts.choose}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        data={[{ value: '', label: texts.choose }, ...units.map(({ unit, name }) => ({ value: unit, label: name }))]}
      />
    </ReasonedPanel>
  );
}
