import { valueAt } from '@trinhduyet/form';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import type { Act } from '../acts';
import type { StepDraft } from '../../work/step-draft';

/** What is asked before an act that cannot be undone, with the amount in figures and words. */
export function useQuestion(act: Act | undefined, draft: StepDraft | undefined): string {
  const texts = useTexts(ACT_TEXTS);
  if (act?.command === 'refuseReception') return texts.refusalQuestion;
  if (act?.outcome?.act === 'reject') return texts.rejectQuestion;
  const amount = amountOf(draft);
  return amount === undefined ? texts.approvePlainQuestion : texts.approveQuestion(amount);
}

/** The money that the form of the step is about. */
function amountOf(draft: StepDraft | undefined): number | undefined {
  const field = draft?.form?.plan.fields.find(({ widget }) => widget === 'money');
  const amount = field && valueAt(draft?.form?.document ?? {}, field.pointer);
  return typeof amount === 'number' ? amount : undefined;
}
