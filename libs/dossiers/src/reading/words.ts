import { type Chain, CONSULTATION, RECEPTION, SUPPLEMENT } from '@trinhduyet/approval';
import type { LocalText } from '@trinhduyet/programme';

/** A step in the applicant's words. */
export function wordsFor(chain: Chain, step: string): LocalText {
  if (step === RECEPTION) return chain.reception.applicant;
  if (step === SUPPLEMENT) return { vi: 'Chờ Ông/Bà bổ sung', en: 'Waiting for your supplement' };
  if (step === CONSULTATION) return { vi: 'Chờ ý kiến cơ quan khác', en: 'Waiting for another office' };
  return chain.steps.find(({ key }) => key === step)?.applicant ?? { vi: step, en: step };
}
