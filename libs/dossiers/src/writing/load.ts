import type { DossierState } from '@trinhduyet/approval';
import type { Instant } from '@trinhduyet/calendar';
import type { DossierRow } from '@trinhduyet/access';
import type { Data } from '@trinhduyet/form';
import { CALENDAR_VERSION } from '@trinhduyet/directory';
import type { Transaction } from '@trinhduyet/persistence';
import type { AnswerBefore } from './answer';
import { type Fixed, type FixedColumns, fixedOf, type PermissionColumns, rowOf } from './read-model';

/** A dossier under its row lock, with what most commands need of it. */
export interface Loaded {
  readonly fixed: Fixed;
  readonly row: DossierRow;
  readonly state: DossierState;
  readonly head: Buffer;
  /** The latest revision of the form. */
  readonly document: Data;
  readonly revision: number;
  /** The later of the clock and the last event: a record never runs backwards. */
  readonly now: Instant;
  /** By how many milliseconds training has moved the clock. */
  readonly clockMovedBy: number;
  /** Which calendars hold in this transaction. */
  readonly calendarVersion: number;
  /** What this very command was answered before. */
  readonly answered?: AnswerBefore;
}

interface LoadedRow extends FixedColumns, PermissionColumns {
  readonly state: DossierState;
  readonly head: Buffer;
  readonly document: Data;
  readonly revision: number;
  readonly now: Instant;
  readonly last_at: Instant;
  readonly moved_ms: number;
  readonly calendar_version: number;
  readonly answered: GivenAnswer | null;
}

export interface GivenAnswer {
  readonly digest: string;
  readonly status: number;
  readonly body: Data;
}

/** Which answer to look for beside the dossier. */
export interface AnswerKey {
  readonly key: string;
  readonly account: string;
}

/** Locks the dossier's row and reads everything else in the same statement. One that may not be seen is as if it were not there. */
export async function lockAndLoad(
  transaction: Transaction,
  dossierId: string,
  answer?: AnswerKey,
): Promise<Loaded | undefined> {
  const row = await transaction.one<LoadedRow>(
    `SELECT d.dossier_id, d.request_type, d.lookup_code, d.masked_name, d.village_id, d.training, d.applicant_id, d.commune_id,
       d.district_id, d.province_id, d.reception_unit_id, d.state, d.head, r.document, r.number AS revision, door.now() AS now, ${CALENDAR_VERSION} AS calendar_version,
       (SELECT extract(epoch FROM moved)::float8 * 1000 FROM door.clock) AS moved_ms,
       (SELECT at FROM event e WHERE e.dossier_id = d.dossier_id ORDER BY sequence DESC LIMIT 1) AS last_at,
       (SELECT jsonb_build_object('digest', encode(i.request_digest, 'hex'), 'status', i.status, 'body', i.body)
        FROM idempotency i WHERE i.key = $2 AND i.account_id = $3) AS answered
     FROM dossier d CROSS JOIN LATERAL (
       SELECT document, number FROM revision r WHERE r.dossier_id = d.dossier_id ORDER BY number DESC LIMIT 1) r
     WHERE d.dossier_id = $1 FOR UPDATE OF d`,
    [dossierId, answer?.key ?? null, answer?.account ?? null],
  );
  return row && loaded(row);
}

/** What a command was answered, also when its dossier has since gone where the person does not see it. */
export async function answerGiven(transaction: Transaction, { key, account }: AnswerKey): Promise<Loaded['answered']> {
  const answered = await transaction.one<GivenAnswer>(
    `SELECT encode(request_digest, 'hex') AS digest, status, body FROM idempotency WHERE key = $1 AND account_id = $2`,
    [key, account],
  );
  return answered && readAnswer(answered);
}

export function readAnswer({ digest, status, body }: GivenAnswer): AnswerBefore {
  return { digest: Buffer.from(digest, 'hex'), status, body };
}

function loaded(row: LoadedRow): Loaded {
  const { answered } = row;
  return {
    fixed: fixedOf(row),
    row: rowOf(row),
    state: row.state,
    head: row.head,
    document: row.document,
    revision: row.revision,
    now: row.now > row.last_at ? row.now : row.last_at,
    clockMovedBy: row.moved_ms,
    calendarVersion: row.calendar_version,
    answered: answered ? readAnswer(answered) : undefined,
  };
}
