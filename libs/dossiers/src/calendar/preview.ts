import { type Open, pinsOf, recounted, type Recount } from '@trinhduyet/approval';
import type { Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import type { RequestTypes } from '@trinhduyet/request-types';
import { titleOf } from '../writing/read-model';
import { type CalendarChange, type Changed, changedBy } from './decisions';

/** What a decision about the calendar would do to the open dossiers of its units, before it is made. */
export interface CalendarPreview {
  /** How many open dossiers were looked at; `complete`: whether those were all that the reader has. */
  readonly looked: number;
  readonly complete: boolean;
  /** Dossiers with a date that moves, and which way. */
  readonly moved: number;
  readonly later: number;
  readonly earlier: number;
  readonly promises: { readonly later: number; readonly kept: number };
  readonly examples: readonly MovedDossier[];
}

/** Codes and dates, and nobody's name: whoever keeps the calendar need not be of the office that has the dossier. */
export interface MovedDossier {
  readonly code: string;
  readonly dates: readonly { readonly step: LocalText; readonly before: string; readonly now: string }[];
  readonly promised?: { readonly before: string; readonly now: string };
}

const AT_ONCE = 200;
const MOST_LOOKED_AT = 2_000;
const MOST_EXAMPLES = 20;

/** Judged by the core that will do it: what is shown is what will be. */
export async function previewCalendar(
  transaction: Transaction,
  types: RequestTypes,
  account: string,
  change: CalendarChange,
): Promise<CalendarPreview> {
  const changed = await changedBy(transaction, account, change);
  const at = await transaction.now();
  const found: Found[] = [];
  let looked = 0;
  let after = FIRST;
  let rows: readonly Row[];
  do {
    rows = await openDossiers(transaction, changed.unit, after);
    for (const row of rows) found.push(...(await movedBy(transaction, types, { row, changed, at })));
    looked += rows.length;
    after = rows.at(-1)?.id ?? after;
  } while (rows.length === AT_ONCE && looked < MOST_LOOKED_AT);
  return { looked, complete: rows.length < AT_ONCE, ...summed(found) };
}
const FIRST = '00000000-0000-0000-0000-000000000000';

/** SQL: whether a dossier goes by the days of a unit: its own office, one above it, or where it was handed in. */
export const GOES_BY = (unit: string) =>
  `(${unit}::text IS NULL OR ${unit} IN (commune_id, district_id, province_id, reception_unit_id))`;

interface Row {
  readonly id: string;
  readonly code: string;
  readonly commune: string;
  readonly state: Open;
}

function openDossiers(transaction: Transaction, unit: string | null, after: string): Promise<readonly Row[]> {
  return transaction.query<Row>(
    `SELECT dossier_id AS id, coalesce(code, lookup_code) AS code, commune_id AS commune, state FROM dossier
     WHERE status = 'open' AND dossier_id > $2 AND ${GOES_BY('$1')} ORDER BY dossier_id LIMIT ${AT_ONCE}`,
    [unit, after],
  );
}

interface Found {
  readonly recount: Recount;
  readonly shown: MovedDossier;
}

async function movedBy(
  transaction: Transaction,
  types: RequestTypes,
  { row, changed, at }: { readonly row: Row; readonly changed: Changed; readonly at: string },
): Promise<readonly Found[]> {
  const { chain } = await types.pinned(transaction, pinsOf(row.state));
  const { calendarOf } = changed;
  const counting = { calendar: calendarOf(row.commune), calendarOf };
  const recount = recounted(chain, row.state, { at, actor: { kind: 'system' }, ...counting });
  if (recount.places.length === 0 && !recount.promised && recount.earlierPromise === undefined) return [];
  const dates = recount.places.flatMap(({ place, dueAt, was }) =>
    dueAt === undefined || was.dueAt === undefined || dueAt === was.dueAt
      ? []
      : [{ step: titleOf(chain, { step: place.replace(/\.\d+$/, '') }), before: was.dueAt, now: dueAt }],
  );
  const { promised } = recount;
  const shown = { code: row.code, dates, promised: promised && { before: promised.from, now: promised.to } };
  return [{ recount, shown }];
}

function summed(found: readonly Found[]): Omit<CalendarPreview, 'looked' | 'complete'> {
  const moved = found.filter(({ shown }) => shown.dates.length > 0 || shown.promised);
  const isLater = ({ before, now }: { before: string; now: string }) => now > before;
  return {
    moved: moved.length,
    later: moved.filter(({ shown }) => [...shown.dates, ...(shown.promised ? [shown.promised] : [])].some(isLater))
      .length,
    earlier: moved.filter(({ shown }) => shown.dates.some((date) => !isLater(date))).length,
    promises: {
      later: found.filter(({ recount }) => recount.promised).length,
      kept: found.filter(({ recount }) => recount.earlierPromise !== undefined).length,
    },
    examples: moved.slice(0, MOST_EXAMPLES).map(({ shown }) => shown),
  };
}
