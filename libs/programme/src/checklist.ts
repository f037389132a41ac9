import type { Expression } from '@trinhduyet/feel';
import type { ChecklistPaper } from './request-type.generated';

/** A paper of the checklist whose condition was parsed when the request type was published. */
export type CompiledPaper = Omit<ChecklistPaper, 'when'> & { readonly when?: Expression };
