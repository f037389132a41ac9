import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { decision } from '../commands-of-acts';
import { NoteField } from '../../work/NoteField';
import { DOSSIER_TEXTS } from '../../texts';
import { useActLabel } from '../use-act-label';
import { PanelButtons, type PanelProps } from './panel';

export function ConfirmDecision({ begun: { act, thenNext }, handling }: Omit<PanelProps, 'dossier'>) {
  const texts = useTexts(ACT_TEXTS);
  const { note } = useTexts(DOSSIER_TEXTS);
  const labelOf = useActLabel();
  const [isMissing, setMissing] = useState(false);
  const draft = handling.draft.data;
  const isNo = act.outcome?.act === 'reject';
  const isRequired = act.outcome?.reason === true;
  if (!draft) return null;
  const send = () => {
    const needsReason = isRequired && draft.note.trim() === '';
    setMissing(needsReason);
    if (!needsReason) handling.acting.send({ act, thenNext, command: decision(act, draft) });
  };
  return (
    <>
      <p className="dialog-means">{isNo ? texts.rejectMeans : texts.approveMeans}</p>
      <NoteField
        draft={draft}
        label={isRequired ? texts.reason : note}
        isOptional={!isRequired}
        fault={isMissing ? texts.reasonMissing : undefined}
        autoFocus={isRequired}
      />
      <PanelButtons handling={handling} send={labelOf(act)} color={isNo ? 'red.6' : 'green.6'} onSend={send} />
    </>
  );
}
