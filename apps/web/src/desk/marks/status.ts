import type { Schema } from '@trinhduyet/api-client';

export type Status =
  | 'received'
  | 'submitted'
  | 'supplement'
  | 'stuck'
  | 'suspended'
  | 'moving'
  | 'approved'
  | 'rejected'
  | 'refused'
  | 'withdrawn'
  | 'stopped';

const ENDINGS: ReadonlySet<string> = new Set(['approved', 'rejected', 'refused', 'withdrawn', 'stopped']);

type Facts = Pick<Schema<'DossierView'>, 'status' | 'ending' | 'inTransit' | 'places' | 'suspended'>;

export function statusOf({ status, ending = '', inTransit, places, suspended }: Facts): Status {
  if (status === 'ended') return ENDINGS.has(ending) ? (ending as Status) : 'stopped';
  if (inTransit) return 'moving';
  if (places.some(({ stuck }) => stuck !== undefined)) return 'stuck';
  if (suspended) return 'suspended';
  if (places.some(({ kind }) => kind === 'supplement')) return 'supplement';
  return places.some(({ kind }) => kind === 'reception') ? 'submitted' : 'received';
}
