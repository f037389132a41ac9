import type { Schema } from '@trinhduyet/api-client';

export type Status =
  | 'received'
  | 'submitted'
  | 'supplement'
  | 'stuck'
  | 'moving'
  | 'approved'
  | 'rejected'
  | 'refused'
  | 'withdrawn'
  | 'stopped';

const ENDINGS: ReadonlySet<string> = new Set(['approved', 'rejected', 'refused', 'withdrawn', 'stopped']);

type Facts = Pick<Schema<'DossierView'>, 'status' | 'ending' | 'inTransit' | 'places'>;

export function statusOf({ status, ending = '', inTransit, places }: Facts): Status {
  if (status === 'ended') return ENDINGS.has(ending) ? (ending as Status) : 'stopped';
  if (inTransit) return 'moving';
  if (places.some(({ stuck }) => stuck !== undefined)) return 'stuck';
  if (places.some(({ kind }) => kind === 'supplement')) return 'supplement';
  return places.some(({ kind }) => kind === 'reception') ? 'submitted' : 'received';
}
