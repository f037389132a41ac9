import {
  type CalendarDecision,
  type Instant,
  VIETNAM,
  withDecisions,
  type WorkingCalendar,
  workingCalendar,
} from '@trinhduyet/calendar';
import type { UnitId } from '@trinhduyet/org';
import type { Transaction } from '@trinhduyet/persistence';

/** The working calendar of each unit, as the decisions of one moment make it. */
export type CalendarOf = (unit: UnitId) => WorkingCalendar;

/**
 * SQL: which calendar holds. A decision is entered once and revoked at most once, so the number of both only grows. It
 * goes with whatever is read anyway: nobody works by a calendar that has been decided otherwise, and no way to the
 * database is spent on knowing it.
 */
export const CALENDAR_VERSION = '(SELECT (count(*) + count(revoked_at))::int FROM calendar_decision)';

/** Whatever can read: a transaction, so that nothing here takes a second connection while the caller holds one. */
type Reader = Pick<Transaction, 'query'>;

/** A decision that holds, with the units that it holds for: its own and those below it; null is everywhere. */
export interface HoldingDecision extends CalendarDecision {
  readonly units: readonly UnitId[] | null;
}

/** The calendars of all units, kept in memory as long as nothing is decided. */
export class Calendars {
  private version = -1;
  private known: CalendarOf = calendarsFrom([]);

  /** The calendars of that version, read where it is not the one in memory. */
  async at(reader: Reader, version: number): Promise<CalendarOf> {
    if (version === this.version) return this.known;
    const known = calendarsFrom(await holdingDecisions(reader));
    // One that was overtaken while it read serves its own transaction, and nobody else.
    if (version > this.version) [this.version, this.known] = [version, known];
    return known;
  }

  /** The moment that counts and the calendars that hold, asked in one statement. */
  async now(reader: Reader): Promise<{ readonly at: Instant; readonly calendarOf: CalendarOf }> {
    const [row] = await reader.query<{ at: Instant; version: number }>(
      `SELECT door.now() AS at, ${CALENDAR_VERSION} AS version`,
    );
    if (!row) throw new Error('A statement without a table answered with nothing.');
    return { at: row.at, calendarOf: await this.at(reader, row.version) };
  }
}

/** Every unit's calendar from the decisions that hold, in the order in which they were entered. Each is merged once. */
export function calendarsFrom(decisions: readonly HoldingDecision[]): CalendarOf {
  const base = workingCalendar(VIETNAM);
  const common = withDecisions(
    base,
    decisions.filter(({ units }) => units === null),
  );
  const special = new Set(decisions.flatMap(({ units }) => units ?? []));
  const merged = new Map<UnitId, WorkingCalendar>();
  const merge = (unit: UnitId) => {
    const own = withDecisions(
      base,
      decisions.filter(({ units }) => units === null || units.includes(unit)),
    );
    merged.set(unit, own);
    return own;
  };
  return (unit) => (special.has(unit) ? (merged.get(unit) ?? merge(unit)) : common);
}

/** The decisions that hold, in the order in which they were entered. */
export async function holdingDecisions(reader: Reader): Promise<readonly HoldingDecision[]> {
  const rows = await reader.query<Omit<HoldingDecision, 'swappedWith'> & { swappedWith: string | null }>(
    `SELECT c.decision_id AS id, c.kind, c.first_day AS "firstDay", c.last_day AS "lastDay", c.swapped_with AS "swappedWith",
       CASE WHEN c.unit_id IS NOT NULL THEN (SELECT jsonb_agg(u.unit_id) FROM unit own JOIN unit u ON u.path <@ own.path
         WHERE own.unit_id = c.unit_id) END AS units
     FROM calendar_decision c WHERE c.revoked_at IS NULL ORDER BY c.ordinal`,
  );
  return rows.map(({ swappedWith, ...decision }) => (swappedWith === null ? decision : { ...decision, swappedWith }));
}
