import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { decision } from '../commands-of-acts';
import { NoteField } from '../../work/NoteField';
import { useActLabel } from '../use-act-label';
import { PanelButtons, type PanelProps } from './panel';

export function ReasonPanel({ begun: { act, thenNext }, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const [isMissing, setMissing] = useState(false);
  const draft = handling.draft.data;
  if (!draft) return null;
  const send = () => {
    const isEmpty = draft.note.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) handling.acting.send({ act, thenNext, command: decision(act, draft) });
  };
  return (
    <>
      <NoteField draft={draft} label={texts.reason} fault={isMissing ? texts.reasonMissing : undefined} />
      <PanelButtons handling={handling} send={labelOf(act)} onSend={send} />
    </>
  );
}
