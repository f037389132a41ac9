import { abilityFor, mayDecideDays } from '@trinhduyet/access';
import { type CalendarDecision, daysOf, isWorkingDay, MOST_DAYS, plainDays } from '@trinhduyet/calendar';
import { type CalendarOf, calendarsFrom, holdingDecisions, type HoldingDecision } from '@trinhduyet/directory';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { v7 } from 'uuid';

/** The poke that dossiers are to be counted anew. */
export const RECOUNT = 'td_recount';

/** Days off or worked days of rest, as somebody wants to enter them. */
export interface ProposedDecision extends Omit<CalendarDecision, 'id'> {
  /** Missing: for everybody. */
  readonly unit?: string;
}
export interface NewDecision extends ProposedDecision {
  /** Made by whoever enters it, so that entering it twice is entering it once. */
  readonly id: string;
  readonly name: string;
  /** The number of the decision on paper, and its day. */
  readonly basis: string;
  readonly basisOn: string;
}

/** Enters a decision and asks the worker to count the dossiers of its units anew. */
export async function enterDecision(transaction: Transaction, account: string, decision: NewDecision): Promise<void> {
  await transaction.lock('calendar');
  const { id, kind, firstDay, lastDay, swappedWith = null, unit = null, name, basis, basisOn } = decision;
  const content = [unit, kind, firstDay, lastDay, swappedWith, name, basis, basisOn];
  const [known] = await transaction.query<{ same: boolean }>(
    `SELECT (unit_id, kind, first_day, last_day, swapped_with, name, basis, basis_on) IS NOT DISTINCT FROM
       ($2::text, $3::text, $4::date, $5::date, $6::date, $7::text, $8::text, $9::date) AS same
     FROM calendar_decision WHERE decision_id = $1`,
    [id, ...content],
  );
  if (known?.same === false) throw new Problem('key-reused');
  if (known) return;
  const changed = await weigh(transaction, account, decision);
  await transaction.query(
    `INSERT INTO calendar_decision (decision_id, ordinal, unit_id, province_id, kind, first_day, last_day, swapped_with, name, basis,
       basis_on, entered_by, entered_at)
     SELECT $1, (SELECT coalesce(max(ordinal), 0) + 1 FROM calendar_decision), $2, $11, $3, $4, $5, $6, $7, $8, $9, $10, door.now()`,
    [id, ...content, account, changed.province],
  );
  await askForRecount(transaction, id);
}

/** Takes a decision back: from now on it is as if it had never been. A second time changes nothing. */
export async function revokeDecision(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.lock('calendar');
  const entered = await decisionOf(transaction, account, id);
  if (entered.revoked) return;
  await transaction.query(
    'UPDATE calendar_decision SET revoked_by = $2, revoked_at = door.now() WHERE decision_id = $1',
    [id, account],
  );
  await askForRecount(transaction, id);
}

export type CalendarChange = { readonly enter: ProposedDecision } | { readonly revoke: string };

/** The calendars as they would be, and of which units' dossiers: null is everybody's. */
export interface Changed {
  readonly calendarOf: CalendarOf;
  readonly unit: string | null;
}

/** What a change would make of the calendars, if it may be made. */
export async function changedBy(transaction: Transaction, account: string, change: CalendarChange): Promise<Changed> {
  if ('enter' in change) return weigh(transaction, account, change.enter);
  const { unit, revoked } = await decisionOf(transaction, account, change.revoke);
  if (revoked) throw new Problem('calendar-revoked');
  const holding = await holdingDecisions(transaction);
  return { calendarOf: calendarsFrom(holding.filter(({ id }) => id !== change.revoke)), unit };
}

async function weigh(transaction: Transaction, account: string, { unit, ...days }: ProposedDecision) {
  requireDays(days);
  const { province, units } = await scopeOf(transaction, unit);
  requireRight(transaction, account, unit ?? null, province);
  const holding = await holdingDecisions(transaction);
  const proposed: HoldingDecision = { id: '', ...days, units };
  const calendarOf = calendarsFrom([...holding, proposed]);
  // Somebody who closes an office on a Sunday has the wrong day.
  const [before, after] = [calendarsFrom(holding)(unit ?? ''), calendarOf(unit ?? '')];
  const changes = [...daysOf(proposed).keys()].some((day) => isWorkingDay(before, day) !== isWorkingDay(after, day));
  if (!changes) throw new Problem('calendar-same');
  return { calendarOf, unit: unit ?? null, province };
}

/** The province that a unit lies in, and the units that its decisions hold for. */
async function scopeOf(transaction: Transaction, unit: string | undefined) {
  if (unit === undefined) return { province: null, units: null };
  const row = await transaction.one<{ province: string; units: readonly string[] }>(
    `SELECT (SELECT p.unit_id FROM unit p WHERE p.path @> own.path AND nlevel(p.path) = 1) AS province,
       (SELECT array_agg(u.unit_id) FROM unit u WHERE u.path <@ own.path) AS units
     FROM unit own WHERE own.unit_id = $1 AND (own.valid_to IS NULL OR own.valid_to > (door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)`,
    [unit],
  );
  if (!row) throw new Problem('no-such-unit');
  return row;
}

function requireDays({ firstDay, lastDay, swappedWith }: Omit<CalendarDecision, 'id'>): void {
  const isLong = lastDay < firstDay || lastDay > plainDays(firstDay, MOST_DAYS - 1);
  const isOddSwap = swappedWith !== undefined && (firstDay !== lastDay || swappedWith === firstDay);
  if (isLong || isOddSwap) throw new Problem('calendar-days');
}

function requireRight({ posts }: Transaction, account: string, unitId: string | null, provinceId: string | null): void {
  if (!mayDecideDays(abilityFor({ account, posts }), { unitId, provinceId })) throw new Problem('forbidden');
}

async function decisionOf(transaction: Transaction, account: string, id: string) {
  const row = await transaction.one<{ unit: string | null; province: string | null; revoked: boolean }>(
    `SELECT unit_id AS unit, province_id AS province, revoked_at IS NOT NULL AS revoked FROM calendar_decision WHERE decision_id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  requireRight(transaction, account, row.unit, row.province);
  return row;
}

const SETTLES_AFTER = '20 seconds'; // longer than any transaction may take

async function askForRecount(transaction: Transaction, decision: string): Promise<void> {
  await transaction.query(
    `INSERT INTO calendar_recount (recount_id, decision_id, requested_at, settles_at, looked, moved, not_before)
     VALUES ($1, $2, door.now(), clock_timestamp() + interval '${SETTLES_AFTER}', 0, 0, clock_timestamp())`,
    [v7(), decision],
  );
  transaction.pokeAfterwards(RECOUNT, '');
}
