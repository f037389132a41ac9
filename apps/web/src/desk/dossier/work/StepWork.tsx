import type { FieldError } from '@trinhduyet/form';
import { lazy, Suspense } from 'react';
import { useTexts } from '../../../shared/language';
import { Loading } from '../../../shared/problem';
import { NoteField } from './NoteField';
import type { StepDraft } from './step-draft';
import { DOSSIER_TEXTS } from '../texts';
import { useSaved } from './use-step-draft';

// The form library is the heaviest part of the desk, and the inbox does without it.
const StepForm = lazy(() => import('./StepForm'));

interface StepWorkProps {
  readonly draft: StepDraft;
  readonly faults: readonly FieldError[];
  /** What is written answers another office's question. */
  readonly isAnswer?: boolean;
}

export function StepWork({ draft, faults, isAnswer = false }: StepWorkProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  return (
    <div className="step-work">
      <SavedMark draft={draft} />
      {draft.form ? (
        <Suspense fallback={<Loading />}>
          <StepForm form={draft.form} faults={faults} />
        </Suspense>
      ) : (
        !isAnswer && <p className="quiet">{texts.nothingToWrite}</p>
      )}
      <NoteField
        draft={draft}
        label={isAnswer ? texts.answer : texts.note}
        help={isAnswer ? texts.answerHelp : texts.noteHelp}
        isOptional={!isAnswer}
      />
    </div>
  );
}

function SavedMark({ draft }: Pick<StepWorkProps, 'draft'>) {
  const texts = useTexts(DOSSIER_TEXTS);
  const saved = useSaved(draft);
  const words = {
    untouched: '',
    saving: texts.saving,
    here: texts.savedHere,
    refused: texts.saveRefused,
  };
  return (
    <p className={`saved saved-${saved.state}`} role="status">
      {saved.state === 'saved' ? texts.saved(saved.at) : words[saved.state]}
    </p>
  );
}
