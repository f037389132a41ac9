import type { Schema } from '@trinhduyet/api-client';
import { valueAt } from '@trinhduyet/form';
import { planOf } from '../../shared/form/open-form';

/** The first answer that the form itself marks as a person's name: the applicant's. */
export function applicantOf({ form, document }: Pick<Schema<'DossierView'>, 'form' | 'document'>): string {
  const field = planOf(form).fields.find((each) => each.widget !== 'group' && each.autocomplete === 'name');
  const name = field && valueAt(document, field.pointer);
  return typeof name === 'string' ? name : '';
}
