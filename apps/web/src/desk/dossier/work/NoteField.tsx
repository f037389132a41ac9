import { useId } from 'react';
import { useTexts } from '../../../shared/language';
import { PhraseField } from './PhraseField';
import type { StepDraft } from './step-draft';
import { DOSSIER_TEXTS } from '../texts';
import { useNote } from './use-step-draft';

interface NoteFieldProps {
  readonly draft: StepDraft;
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
  /** What is wrong with it. */
  readonly fault?: string;
  readonly autoFocus?: boolean;
  /** The act that it is the reason of. */
  readonly phrasesFor?: readonly string[];
}

/** The one note of a step, wherever it is asked for: as an opinion, or as the reason of an act. */
export function NoteField({ draft, label, help, isOptional = false, fault, autoFocus, phrasesFor }: NoteFieldProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const note = useNote(draft);
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {isOptional && <span className="field-optional">{texts.optional}</span>}
      </label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <PhraseField
        id={id}
        rows={3}
        phrasesFor={phrasesFor}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        aria-required={!isOptional || undefined}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-help ${id}-fault`}
        value={note}
        onText={(text) => draft.setNote(text)}
      />
      <p className="field-fault" id={`${id}-fault`} hidden={!fault}>
        {fault}
      </p>
    </div>
  );
}
