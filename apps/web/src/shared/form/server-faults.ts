import type { FieldError } from '@trinhduyet/form';
import { ApiProblem } from '../api';

/** The faults that the server found in a form, as the form shows its own: they come in the reader's language. */
export function faultsOf(error: unknown): readonly FieldError[] {
  if (!(error instanceof ApiProblem)) return [];
  return (error.details.errors ?? []).map(({ at, message }) => ({
    at,
    code: 'rule',
    message: { vi: message, en: message },
  }));
}
