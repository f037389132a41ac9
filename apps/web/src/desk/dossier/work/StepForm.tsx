import type { FieldError } from '@trinhduyet/form';
import { useMemo } from 'react';
import { FormContext } from '../../../shared/form/form-context';
import type { FormStore } from '../../../shared/form/form-store';
import { FaultSummary, PageSections } from '../../../shared/form/FormPages';
import { useSay } from '../../../shared/language';

interface StepFormProps {
  readonly form: FormStore;
  readonly faults: readonly FieldError[];
}

export default function StepForm({ form, faults }: StepFormProps) {
  const say = useSay();
  const value = useMemo(() => ({ store: form, id: 'step' }), [form]);
  return (
    <FormContext value={value}>
      <h3>{say(form.plan.title)}</h3>
      <FaultSummary faults={faults} />
      {form.plan.pages.map((page) => (
        <PageSections key={page.key} page={page} />
      ))}
    </FormContext>
  );
}
