import type { Day, TimeOfDay } from './time';

/** A calendar as it is stored and exchanged: one year's decision beside the next. */
export interface CalendarDocument {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly source: string;
  /** Weekdays on which offices rest, 0 = Sunday (Bộ luật Lao động 2019, Đ.111). */
  readonly restWeekdays: readonly number[];
  readonly sessions: {
    readonly morning: readonly [TimeOfDay, TimeOfDay];
    readonly afternoon: readonly [TimeOfDay, TimeOfDay];
  };
  readonly years: Readonly<Record<string, CalendarYear>>;
}

export interface CalendarYear {
  /** `projected` years follow the default rule until the Prime Minister decides them. */
  readonly standing: 'official' | 'projected';
  readonly daysOff: readonly SpecialDay[];
  /** Saturdays worked in exchange for a day off (hoán đổi). */
  readonly workingRestDays: readonly SpecialDay[];
  /** Announced but not yet law: shown to administrators, never counted. */
  readonly pending?: readonly SpecialDay[];
}

export interface SpecialDay {
  readonly day: Day;
  readonly name: string;
  readonly swappedWith?: Day;
}

/** A calendar ready for counting. */
export interface WorkingCalendar {
  readonly restWeekdays: ReadonlySet<number>;
  readonly daysOff: ReadonlySet<Day>;
  readonly workingRestDays: ReadonlySet<Day>;
  readonly sessions: CalendarDocument['sessions'];
}

export function workingCalendar(document: CalendarDocument): WorkingCalendar {
  const years = Object.values(document.years);
  return {
    restWeekdays: new Set(document.restWeekdays),
    daysOff: new Set(years.flatMap((year) => year.daysOff.map(({ day }) => day))),
    workingRestDays: new Set(years.flatMap((year) => year.workingRestDays.map(({ day }) => day))),
    sessions: document.sessions,
  };
}
