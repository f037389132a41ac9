import type { DossierRow } from '@trinhduyet/access';
import type { Chain, DossierEvent, DossierState } from '@trinhduyet/approval';
import { canonical } from './kept';
import { type Fixed, openTasks, type TaskRow, unitColumns } from './read-model';

/** The poke that tells of a dossier in which something was recorded; its payload is news as JSON. */
export const NEWS = 'td_news';

/** That something was recorded in a dossier: keys and ids, so that it can be said to whoever may read the dossier. */
export interface News {
  readonly dossier: string;
  readonly sequence: number;
  readonly kind: 'claimed' | 'released' | 'assigned' | 'moved' | 'noted';
  readonly tasks: readonly string[];
  /** Posts that are asked now and were not before. */
  readonly arrivedAt: readonly string[];
  /** What permission to read goes by; two of them when the dossier has changed hands. */
  readonly rows: readonly DossierRow[];
}

interface Recorded {
  readonly chain: Chain;
  readonly fixed: Fixed;
  readonly row: DossierRow;
  readonly before: DossierState;
  readonly events: readonly DossierEvent[];
}

export function newsOf(
  { chain, fixed, row, before, events }: Recorded,
  after: DossierState,
  tasks: readonly TaskRow[],
): News | undefined {
  const last = events.at(-1);
  if (last === undefined || after.status === 'unsubmitted') return undefined;
  const postsBefore = new Set(openTasks(chain, before, fixed).map(({ task_key, post_id }) => `${task_key} ${post_id}`));
  const arrived = tasks.filter(({ task_key, post_id }) => !postsBefore.has(`${task_key} ${post_id}`));
  const reached = rowAfter(row, fixed, after);
  const isElsewhere = canonical(reached) !== canonical(row);
  return {
    dossier: fixed.dossierId,
    sequence: after.sequence,
    kind: kindOf(last),
    tasks: 'task' in last ? [last.task] : tasks.map(({ task_key }) => task_key),
    arrivedAt: [...new Set(arrived.map(({ post_id }) => post_id))],
    rows: isElsewhere ? [row, reached] : [row],
  };
}

/** Nothing has moved, and nobody has to look. */
const QUIET: ReadonlySet<DossierEvent['type']> = new Set<DossierEvent['type']>([
  'reminded',
  'escalated',
  'opened',
  'urged',
  'raised',
  'remindedAgain',
  'recounted',
]);

function kindOf({ type }: DossierEvent): News['kind'] {
  if (type === 'claimed' || type === 'released' || type === 'assigned') return type;
  return QUIET.has(type) ? 'noted' : 'moved';
}

function rowAfter(
  row: DossierRow,
  { villageId }: Fixed,
  after: Exclude<DossierState, { status: 'unsubmitted' }>,
): DossierRow {
  const units = unitColumns(after, row);
  return {
    applicantId: row.applicantId,
    communeId: units.commune_id,
    districtId: units.district_id,
    provinceId: units.province_id,
    receptionUnitId: units.reception_unit_id,
    villageId,
  };
}
