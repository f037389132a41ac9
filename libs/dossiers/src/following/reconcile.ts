import { type Chain, type DossierEvent, type DossierState, fold, pinsOf } from '@trinhduyet/approval';
import type { Door, Transaction } from '@trinhduyet/persistence';
import type { RequestTypes } from '@trinhduyet/request-types';
import { firstBroken } from '../writing/chaining';
import { canonical } from '../writing/kept';
import { type Fixed, type FixedColumns, fixedOf, openTasks, stateColumns, type TaskRow } from '../writing/read-model';

/** Something that is not as it must be, and whether it was mended. */
export interface Difference {
  readonly dossierId: string;
  readonly what: 'broken-chain' | 'state-differs' | 'tasks-differ' | 'no-workflow' | 'notice-stuck';
  readonly mended: boolean;
}

/** Whether a dossier's workflow is running. */
export type IsCarried = (dossierId: string) => Promise<boolean>;

export interface ReconcilerParts {
  readonly door: Door;
  readonly types: RequestTypes;
  readonly isCarried: IsCarried;
}

const AT_ONCE = 200;

/**
 * Compares events, folded state, open tasks, workflows and outbox, and mends what can be mended from the events. In
 * normal running it finds nothing.
 */
export async function reconcile(
  parts: ReconcilerParts,
): Promise<{ readonly dossiers: number; readonly differences: readonly Difference[] }> {
  const differences: Difference[] = [];
  let dossiers = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const ids = await nextIds(parts.door, after);
    if (ids.length === 0) break;
    for (const id of ids) differences.push(...(await compare(parts, id)));
    dossiers += ids.length;
    after = ids.at(-1) ?? after;
  }
  return { dossiers, differences: [...differences, ...(await stuckNotices(parts.door))] };
}

function nextIds(door: Door, after: string): Promise<readonly string[]> {
  return door.asActor({ kind: 'bulk' }, async (transaction) => {
    const rows = await transaction.query<{ dossier_id: string }>(
      `SELECT dossier_id FROM dossier WHERE dossier_id > $1 ORDER BY dossier_id LIMIT ${AT_ONCE}`,
      [after],
    );
    return rows.map(({ dossier_id }) => dossier_id);
  });
}

interface Row extends FixedColumns {
  readonly status: string;
  readonly sequence: number;
  readonly district_id: string | null;
  readonly province_id: string;
  readonly submitted_at: string;
  readonly ended_at: string | null;
  /** What follows from the events, as it stands; moments stand beside it, because JSON writes them another way. */
  readonly stored: object;
  readonly told: number | null;
  readonly wanted: number | null;
}
interface StoredEvent {
  readonly sequence: number;
  readonly data: DossierEvent;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

async function compare({ door, types, isCarried }: ReconcilerParts, id: string): Promise<readonly Difference[]> {
  const { row, differences } = await door.asActor({ kind: 'system', dossier: id }, async (transaction) => {
    const locked = await lock(transaction, id);
    const events = await transaction.query<StoredEvent>(
      'SELECT sequence, data, previous, hash FROM event WHERE dossier_id = $1 ORDER BY sequence',
      [id],
    );
    const found: Difference[] =
      firstBroken(events) === undefined ? [] : [{ dossierId: id, what: 'broken-chain', mended: false }];
    const state = fold(events.map(({ data }) => data));
    if (await mendRow(transaction, locked, state, events.at(-1)?.hash)) {
      found.push({ dossierId: id, what: 'state-differs', mended: true });
    }
    const chain = await chainOf(transaction, types, state);
    const fixed = fixedOf(locked);
    if (await mendTasks(transaction, fixed, chain ? openTasks(chain, state, fixed) : [])) {
      found.push({ dossierId: id, what: 'tasks-differ', mended: true });
    }
    return { row: locked, differences: found };
  });
  const isBeingTold = row.told !== null && row.wanted !== null && row.told < row.wanted;
  if (row.status !== 'open' || isBeingTold || (await isCarried(id))) return differences;
  await tellAgain(door, id, row.sequence);
  return [...differences, { dossierId: id, what: 'no-workflow', mended: true }];
}

async function lock(transaction: Transaction, id: string): Promise<Row> {
  const row = await transaction.one<Row>(
    `SELECT d.dossier_id, d.request_type, d.lookup_code, d.masked_name, d.village_id, d.training, d.status, d.sequence, d.district_id,
       d.province_id, d.submitted_at, d.ended_at, w.told, w.sequence AS wanted,
       jsonb_build_object('sequence', d.sequence, 'commune_id', d.commune_id, 'district_id', d.district_id, 'province_id', d.province_id,
         'reception_unit_id', d.reception_unit_id, 'code', d.code, 'received_on', d.received_on, 'promised_on', d.promised_on,
         'status', d.status, 'ending', d.ending, 'state', d.state, 'head', encode(d.head, 'hex')) AS stored
     FROM dossier d LEFT JOIN wake w USING (dossier_id) WHERE d.dossier_id = $1 FOR UPDATE OF d`,
    [id],
  );
  if (!row) throw new Error(`Dossier ${id} went away while it was looked at.`);
  return row;
}

async function chainOf(transaction: Transaction, types: RequestTypes, state: DossierState): Promise<Chain | undefined> {
  if (state.status !== 'open') return undefined;
  const { chain } = await types.pinned(transaction, pinsOf(state));
  return chain;
}

/** Brings the dossier's row to what its events say; answers whether anything differed. */
async function mendRow(
  transaction: Transaction,
  { stored, ...row }: Row,
  state: DossierState,
  head: Buffer | undefined,
): Promise<boolean> {
  if (state.status === 'unsubmitted' || !head) return false;
  const given = { districtId: row.district_id, provinceId: row.province_id };
  const wanted = { ...stateColumns(state, given), state, head: head.toString('hex') };
  if (canonical(wanted) === canonical({ ...stored, submitted_at: row.submitted_at, ended_at: row.ended_at }))
    return false;
  await transaction.query(MEND_ROW, [row.dossier_id, JSON.stringify(wanted)]);
  return true;
}

const MEND_ROW = `
UPDATE dossier SET (sequence, submitted_at, commune_id, district_id, province_id, reception_unit_id, code, received_on, promised_on, status,
    ending, ended_at, state, head) =
  (SELECT sequence, submitted_at, commune_id, district_id, province_id, reception_unit_id, code, received_on, promised_on, status, ending,
     ended_at, state, decode(head, 'hex')
   FROM jsonb_to_record($2::jsonb) AS c (sequence integer, submitted_at timestamptz, commune_id text, district_id text, province_id text,
     reception_unit_id text, code text, received_on date, promised_on date, status text, ending text, ended_at timestamptz, state jsonb,
     head text))
WHERE dossier_id = $1`;

interface Shared {
  readonly request_type: string;
  readonly masked_name: string;
  readonly village_id: string | null;
  readonly training: boolean;
}

/** Brings the open tasks to what the state says; answers whether anything differed. */
async function mendTasks(transaction: Transaction, fixed: Fixed, wanted: readonly TaskRow[]): Promise<boolean> {
  const { dossierId: id, requestType, maskedName, villageId, training } = fixed;
  const stored = await transaction.query<TaskRow & Shared>(
    `SELECT task_key, place_key, step, step_title, kind, post_id, office_id, unit_id, assignee_id, claimed_by, entered_at, due_at, not_before,
       promised_on, code, request_type, masked_name, village_id, training FROM task WHERE dossier_id = $1`,
    [id],
  );
  const shared: Shared = { request_type: requestType, masked_name: maskedName, village_id: villageId, training };
  const wholly = wanted.map((task) => canonical({ ...task, ...shared }));
  if (wholly.sort().join() === stored.map(canonical).sort().join()) return false;
  await transaction.query('DELETE FROM task WHERE dossier_id = $1', [id]);
  await transaction.query(INSERT_TASKS, [id, JSON.stringify(wanted), requestType, maskedName, villageId, training]);
  return true;
}

const INSERT_TASKS = `
INSERT INTO task (dossier_id, task_key, place_key, step, step_title, kind, post_id, office_id, unit_id, assignee_id, claimed_by,
  entered_at, due_at, not_before, promised_on, code, request_type, masked_name, village_id, training)
SELECT $1::uuid, t.*, $3, $4, $5, $6 FROM jsonb_to_recordset($2::jsonb) AS t (task_key text, place_key text, step text, step_title jsonb,
  kind text, post_id text, office_id text, unit_id text, assignee_id uuid, claimed_by uuid, entered_at timestamptz, due_at timestamptz,
  not_before timestamptz, promised_on date, code text)`;

async function tellAgain(door: Door, id: string, sequence: number): Promise<void> {
  await door.asActor({ kind: 'system', dossier: id }, (transaction) =>
    transaction.query(
      `INSERT INTO wake (dossier_id, sequence, told, renewal, renewed, not_before, attempts)
       VALUES ($1, $2, $2, 1, 0, clock_timestamp(), 0)
       ON CONFLICT (dossier_id) DO UPDATE SET renewal = wake.renewal + 1`,
      [id, sequence],
    ),
  );
}

/** Notices that nobody delivered for an hour. */
function stuckNotices(door: Door): Promise<readonly Difference[]> {
  return door.asActor({ kind: 'bulk' }, async (transaction) => {
    const rows = await transaction.query<{ dossier_id: string }>(
      `SELECT dossier_id FROM outbox WHERE done_at IS NULL AND not_before < clock_timestamp() - interval '1 hour'`,
    );
    return rows.map(({ dossier_id }) => ({ dossierId: dossier_id, what: 'notice-stuck', mended: false }) as const);
  });
}
