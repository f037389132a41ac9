import type { StepDraft } from './step-draft';
import { useNote } from './use-step-draft';
import { WrittenField, type WrittenFieldProps } from './WrittenField';

interface NoteFieldProps extends Omit<WrittenFieldProps, 'value' | 'onText' | 'rows'> {
  readonly draft: StepDraft;
}

/** The one note of a step, wherever it is asked for: as an opinion, or as the reason of an act. */
export function NoteField({ draft, ...field }: NoteFieldProps) {
  return <WrittenField {...field} value={useNote(draft)} onText={(text) => draft.setNote(text)} />;
}
