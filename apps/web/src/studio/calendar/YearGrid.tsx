import { type Day, weekday } from '@trinhduyet/calendar';
import { formatDay } from '@trinhduyet/text';
import { useTexts } from '../../shared/language';
import { runsOf, type SpecialDay, weeksOf } from './month';
import { CALENDAR_TEXTS } from './texts';
import type { Year } from './use-calendar';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve months at a glance; what a day is stands in its shape and its words, never in its colour alone. */
export function YearGrid({ year, page }: { readonly year: number; readonly page: Year }) {
  const special = new Map(page.days.map((day) => [day.day, day]));
  return (
    <>
      <Legend />
      <div className="months">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} page={page} special={special} />
        ))}
      </div>
    </>
  );
}

function Legend() {
  const { legend } = useTexts(CALENDAR_TEXTS);
  return (
    <ul className="calendar-legend">
      {(['rest', 'off', 'worked', 'today'] as const).map((kind) => (
        <li key={kind}>
          <span className={`day day-${kind}`} aria-hidden>
            8
          </span>
          {legend[kind]}
        </li>
      ))}
    </ul>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly page: Year;
  readonly special: ReadonlyMap<Day, SpecialDay>;
}

function Month({ year, month, page, special }: MonthProps) {
  const texts = useTexts(CALENDAR_TEXTS);
  const weeks = weeksOf(year, month);
  const own = weeks.flat().flatMap((day) => special.get(day ?? '') ?? []);
  return (
    <section className="month">
      <table>
        <caption>{texts.month(month)}</caption>
        <thead>
          <tr>
            {texts.weekdays.map((name, index) => (
              <th key={name} scope="col" abbr={texts.weekdayNames[index]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, index) => (
                <td key={day ?? index}>{day && <DayCell day={day} page={page} special={special.get(day)} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {own.length > 0 && <SpecialDays days={own} />}
    </section>
  );
}

interface DayCellProps {
  readonly day: Day;
  readonly page: Year;
  readonly special: SpecialDay | undefined;
}

function DayCell({ day, page, special }: DayCellProps) {
  const texts = useTexts(CALENDAR_TEXTS);
  const isRest = page.restWeekdays.includes(weekday(day));
  const kind = special?.kind ?? (isRest ? 'rest' : 'plain');
  const isToday = day === page.today;
  const words = [special && texts[special.kind](special.name), isToday && texts.today].filter(Boolean).join(', ');
  return (
    <span className={`day num day-${kind}${isToday ? ' day-today' : ''}`} title={words || undefined}>
      {Number(day.slice(-2))}
      {words && <span className="visually-hidden">, {words}</span>}
    </span>
  );
}

function SpecialDays({ days }: { readonly days: readonly SpecialDay[] }) {
  const texts = useTexts(CALENDAR_TEXTS);
  const short = (day: Day) => formatDay(day).slice(0, 5);
  return (
    <ul className="special-days">
      {runsOf(days).map(({ day, last, kind, name, decision }) => (
        <li key={day} className={decision ? 'decided' : undefined}>
          <span className="num">{day === last ? short(day) : `${short(day)}–${short(last)}`}</span>{' '}
          {kind === 'worked' ? texts.worked(name) : name}
        </li>
      ))}
    </ul>
  );
}
