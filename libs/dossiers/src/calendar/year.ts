import { abilityFor, mayDecideDays } from '@trinhduyet/access';
import {
  addDays,
  type CalendarDecision,
  daysOf,
  isWorkingDay,
  VIETNAM,
  weekday,
  workingCalendar,
} from '@trinhduyet/calendar';
import { type CalendarOf } from '@trinhduyet/directory';
import { TODAY, type Transaction } from '@trinhduyet/persistence';

export interface CalendarUnit {
  readonly unit: string;
  readonly name: string;
  readonly tier: string;
  readonly training: boolean;
  readonly mayDecide: boolean;
}

/** Whose calendars somebody looks at: their own units', and those of the offices below them. */
export async function calendarUnits(
  transaction: Transaction,
  account: string,
): Promise<{ readonly units: readonly CalendarUnit[]; readonly mayDecideForAll: boolean }> {
  const ability = abilityFor({ account, posts: transaction.posts });
  const rows = await transaction.query<Omit<CalendarUnit, 'mayDecide'> & { province: string }>(
    `SELECT DISTINCT u.unit_id AS unit, u.name, u.tier, u.training, nlevel(u.path) AS depth,
       (SELECT p.unit_id FROM unit p WHERE p.path @> u.path AND nlevel(p.path) = 1) AS province
     FROM unit own JOIN unit u ON u.path <@ own.path
     WHERE own.unit_id = ANY ($1) AND (u.valid_to IS NULL OR u.valid_to > ${TODAY}) AND u.valid_from <= ${TODAY}
       AND EXISTS (SELECT FROM office o WHERE o.unit_id = u.unit_id)
     ORDER BY u.training, depth, u.name`,
    [[...new Set(transaction.posts.map(({ unit }) => unit))]],
  );
  const may = (unitId: string | null, provinceId: string | null) => mayDecideDays(ability, { unitId, provinceId });
  return {
    units: rows.map(({ unit, name, tier, training, province }) => ({
      unit,
      name,
      tier,
      training,
      mayDecide: may(unit, province),
    })),
    mayDecideForAll: may(null, null),
  };
}

/** A day that is not what its weekday says. */
export interface SpecialDayLine {
  readonly day: string;
  readonly kind: 'off' | 'worked';
  readonly name: string;
  /** The decision that makes it so; missing where the common calendar does. */
  readonly decision?: string;
}

export interface DecisionLine extends CalendarDecision {
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly name: string;
  readonly basis: string;
  readonly basisOn: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly revokedBy: string | null;
  readonly revokedAt: string | null;
  readonly mayRevoke: boolean;
  /** How far the counting of dossiers has come, of the last time that it was asked for. */
  readonly recount: { readonly done: boolean; readonly looked: number; readonly moved: number } | null;
}

export interface CalendarYearPage {
  /** Missing for a year that the common calendar knows nothing of. */
  readonly standing: 'official' | 'projected' | 'unknown';
  readonly workingDays: number;
  readonly days: readonly SpecialDayLine[];
  readonly pending: readonly { readonly day: string; readonly name: string }[];
  readonly decisions: readonly DecisionLine[];
}

/** A year of a unit, or of everybody: its special days, and every decision about it, revoked ones as well. */
export async function calendarYear(
  transaction: Transaction,
  calendarOf: CalendarOf,
  { account, unit, year }: { readonly account: string; readonly unit?: string; readonly year: number },
): Promise<CalendarYearPage> {
  const decisions = await decisionsOf(transaction, account, { unit: unit ?? null, year });
  const document = VIETNAM.years[String(year)];
  const all = daysOfYear(year);
  const calendar = calendarOf(unit ?? '');
  const names = new Map(
    [...(document?.daysOff ?? []), ...(document?.workingRestDays ?? [])].map(({ day, name }) => [day, name]),
  );
  const said = new Map<string, DecisionLine>();
  for (const decision of decisions.filter(({ revokedAt }) => revokedAt === null))
    for (const day of daysOf(decision).keys()) said.set(day, decision);
  const base = workingCalendar(VIETNAM);
  const days = all.flatMap((day): SpecialDayLine[] => {
    const decision = said.get(day);
    const isWorked = isWorkingDay(calendar, day);
    const isSpecial = isWorked ? base.restWeekdays.has(weekday(day)) || decision : names.has(day) || decision;
    if (!isSpecial) return [];
    const named = { name: decision?.name ?? names.get(day) ?? '', ...(decision ? { decision: decision.id } : {}) };
    return [{ day, kind: isWorked ? 'worked' : 'off', ...named }];
  });
  return {
    standing: document?.standing ?? 'unknown',
    workingDays: all.filter((day) => isWorkingDay(calendar, day)).length,
    days,
    pending: (document?.pending ?? []).map(({ day, name }) => ({ day, name })),
    decisions: [...decisions].reverse(),
  };
}

function daysOfYear(year: number): readonly string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day);
  return days;
}

interface DecisionRow extends Omit<DecisionLine, 'swappedWith' | 'mayRevoke'> {
  readonly swappedWith: string | null;
  readonly province: string | null;
}

async function decisionsOf(
  transaction: Transaction,
  account: string,
  { unit, year }: { readonly unit: string | null; readonly year: number },
): Promise<readonly DecisionLine[]> {
  const rows = await transaction.query<DecisionRow>(
    `SELECT c.decision_id AS id, c.kind, c.first_day AS "firstDay", c.last_day AS "lastDay", c.swapped_with AS "swappedWith",
       c.unit_id AS unit, u.name AS "unitName", c.province_id AS province, c.name, c.basis, c.basis_on AS "basisOn",
       e.name AS "enteredBy", c.entered_at AS "enteredAt", r.name AS "revokedBy", c.revoked_at AS "revokedAt",
       (SELECT jsonb_build_object('done', x.done_at IS NOT NULL OR x.not_before = x.settles_at, 'looked', x.looked, 'moved', x.moved)
        FROM calendar_recount x WHERE x.decision_id = c.decision_id ORDER BY x.recount_id DESC LIMIT 1) AS recount
     FROM calendar_decision c LEFT JOIN unit u USING (unit_id) JOIN account e ON e.account_id = c.entered_by
       LEFT JOIN account r ON r.account_id = c.revoked_by
     WHERE (c.unit_id IS NULL OR u.path @> (SELECT path FROM unit WHERE unit_id = $1))
       AND (c.first_day <= $3::date AND c.last_day >= $2::date OR c.swapped_with BETWEEN $2::date AND $3::date)
     ORDER BY c.ordinal`,
    [unit, `${year}-01-01`, `${year}-12-31`],
  );
  const ability = abilityFor({ account, posts: transaction.posts });
  return rows.map(({ swappedWith, province, ...line }) => ({
    ...line,
    ...(swappedWith === null ? {} : { swappedWith }),
    mayRevoke: line.revokedAt === null && mayDecideDays(ability, { unitId: line.unit, provinceId: province }),
  }));
}
