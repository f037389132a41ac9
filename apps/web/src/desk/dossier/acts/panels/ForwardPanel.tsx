import { NativeSelect } from '@mantine/core';
import { compareText } from '@trinhduyet/text';
import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { NoteField } from '../../work/NoteField';
import { PanelButtons, type PanelProps } from './panel';

/** A misdirected dossier goes to where it belongs; the applicant need not come again. */
export function ForwardPanel({ begun: { act, thenNext }, handling, dossier }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const units = [...dossier.receptionUnits].sort((one, other) => compareText(one.name, other.name));
  const [to, setTo] = useState('');
  const [isMissing, setMissing] = useState(false);
  const draft = handling.draft.data;
  const send = () => {
    setMissing(to === '');
    const note = draft?.note.trim() || undefined;
    if (to !== '')
      handling.acting.send({ act, thenNext, command: COMMANDS.forwardReception({ task: act.task, to, note }) });
  };
  return (
    <>
      <NativeSelect
        className="field"
        label={texts.forwardTo}
        error={isMissing && texts.choose}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        data={[{ value: '', label: texts.choose }, ...units.map(({ unit, name }) => ({ value: unit, label: name }))]}
      />
      {draft && <NoteField draft={draft} label={texts.reason} isOptional />}
      <PanelButtons handling={handling} send={texts.forwardSend} onSend={send} />
    </>
  );
}
