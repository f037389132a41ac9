import type { Day } from '@trinhduyet/calendar';
import { namedValues } from '@trinhduyet/programme';
import type { PublishedForm, PublishedType } from '@trinhduyet/request-types';
import type { z } from 'zod';
import type { Form, RequestTypeDetail, RequestTypeSummary } from '../contract/request-types';

export function summaryOf({ definition, chains }: PublishedType): z.infer<typeof RequestTypeSummary> {
  const { key, version, need, title, shortTitle, summary, gives, fee, minutes, brings, hints, legalBasis } = definition;
  const [chain] = chains;
  const workingDays = chain?.chain.promise.workingDays ?? 0;
  return {
    key,
    version,
    need,
    title,
    shortTitle,
    summary,
    gives,
    fee,
    minutes,
    workingDays,
    brings,
    hints,
    legalBasis,
  };
}

export function detailOf(type: PublishedType, day: Day): z.infer<typeof RequestTypeDetail> {
  return { ...summaryOf(type), form: formView(type.form, namedValues(type.definition, day)) };
}

/** A form as a page needs it: its plan, where its check is, and the named values that its rules read. */
export function formView(
  { pin, plan, checksSha256 }: PublishedForm,
  named: Readonly<Record<string, unknown>>,
): z.infer<typeof Form> {
  return {
    id: pin.id,
    sha256: pin.sha256,
    named,
    plan: plan as unknown as z.infer<typeof Form>['plan'],
    checks: `/api/forms/${checksSha256}/checks.js`,
  };
}
