import type { Data, SchemaCheck, SchemaError, ViewPlan } from '@trinhduyet/form';
import type { Names } from '@trinhduyet/feel';
import type { Schema } from '@trinhduyet/api-client';
import { FormStore } from './form-store';

interface CheckModule {
  readonly default: { (document: unknown): boolean; errors?: readonly SchemaError[] | null };
}

/** Loads the check that was compiled when the form was published, and opens the form with what is known. */
export async function openForm(form: Schema<'Form'>, document: Data): Promise<FormStore> {
  const check = await checkOf(form);
  return new FormStore({ plan: planOf(form), check, named: form.named as Names }, document);
}

/** The contract describes the plan loosely where it is the form library that owns the shape. */
export function planOf(form: Schema<'Form'>): ViewPlan {
  return form.plan as unknown as ViewPlan;
}

async function checkOf({ checks }: Schema<'Form'>): Promise<SchemaCheck> {
  const { default: validate } = (await import(/* @vite-ignore */ checks)) as CheckModule;
  return (document) => (validate(document) ? [] : (validate.errors ?? []));
}
