import { Button } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { NoteField } from '../../work/NoteField';
import type { StepDraft } from '../../work/step-draft';
import { ACT_TEXTS } from '../act-texts';
import type { Act } from '../acts';
import type { Begun } from '../use-acting';
import type { Handling } from '../use-handling';

export interface PanelProps {
  readonly begun: Begun;
  readonly handling: Handling;
  readonly dossier: Schema<'DossierView'>;
}

interface PanelButtonsProps extends Pick<PanelProps, 'handling'> {
  readonly send: string;
  readonly color?: string;
  onSend(): void;
}

/** Do it, or leave it: always in this order. */
export function PanelButtons({ handling: { acting }, send, color, onSend }: PanelButtonsProps) {
  const texts = useTexts(ACT_TEXTS);
  return (
    <div className="panel-buttons">
      <Button color={color} loading={acting.isSending} onClick={onSend}>
        {send}
      </Button>
      <Button variant="subtle" onClick={acting.close}>
        {texts.cancel}
      </Button>
    </div>
  );
}

interface ReasonedPanelProps extends Pick<PanelProps, 'begun' | 'handling'> {
  readonly label: string;
  readonly send: string;
  readonly color?: string;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  /** What else the act asks for, above the reason. */
  readonly children?: ReactNode;
  onSend(draft: StepDraft): void;
}

/** What all acts with a reason have in common: the note with its phrases, whether it is missing, and the two buttons. */
export function ReasonedPanel(props: ReasonedPanelProps) {
  const { begun, handling, label, send, color, isRequired = true, autoFocus, children, onSend } = props;
  const texts = useTexts(ACT_TEXTS);
  const [isMissing, setMissing] = useState(false);
  const draft = handling.draft.data;
  if (!draft) return null;
  const tryToSend = () => {
    const lacksReason = isRequired && draft.note.trim() === '';
    setMissing(lacksReason);
    if (!lacksReason) onSend(draft);
  };
  return (
    <>
      {children}
      <NoteField
        draft={draft}
        label={label}
        phrasesFor={wheresOf(begun.act)}
        isOptional={!isRequired}
        fault={isMissing ? texts.reasonMissing : undefined}
        autoFocus={autoFocus}
      />
      <PanelButtons handling={handling} send={send} color={color} onSend={tryToSend} />
    </>
  );
}

/** Under which names a phrase may be for an act. */
export function wheresOf({ command, outcome }: Pick<Act, 'command' | 'outcome'>): readonly string[] {
  return [command, outcome?.act, outcome?.key].filter((where) => where !== undefined);
}
