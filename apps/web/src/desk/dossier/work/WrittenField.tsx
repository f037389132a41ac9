import { useId } from 'react';
import { useTexts } from '../../../shared/language';
import { DOSSIER_TEXTS } from '../texts';
import { PhraseField } from './PhraseField';

export interface WrittenFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
  /** What is wrong with it. */
  readonly fault?: string;
  readonly autoFocus?: boolean;
  readonly rows?: number;
  /** The act that it is the reason of. */
  readonly phrasesFor?: readonly string[];
  readonly value: string;
  onText(text: string): void;
}

/** A text of an official under its label. The button of the phrases stands beside the label, not within. */
export function WrittenField(props: WrittenFieldProps) {
  const { label, help, isOptional = false, fault, autoFocus, rows = 3, phrasesFor, value, onText } = props;
  const texts = useTexts(DOSSIER_TEXTS);
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
        rows={rows}
        phrasesFor={phrasesFor}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        aria-required={!isOptional || undefined}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-help ${id}-fault`}
        value={value}
        onText={onText}
      />
      <p className="field-fault" id={`${id}-fault`} hidden={!fault}>
        {fault}
      </p>
    </div>
  );
}
