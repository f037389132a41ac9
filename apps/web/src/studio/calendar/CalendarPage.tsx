import './calendar.css';
import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { formatDay } from '@trinhduyet/text';
import { useState } from 'react';
import { useTitle } from '../../desk/shell/use-title';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { DecisionForm } from './DecisionForm';
import { DecisionList } from './DecisionList';
import { CALENDAR_TEXTS } from './texts';
import { useCalendarUnits, useYear, type Year } from './use-calendar';
import { YearGrid } from './YearGrid';

const [FIRST_YEAR, LAST_YEAR] = [2024, 2030];

/** The working calendar of a unit: a year at a glance, and the decisions that make it what it is. */
export function CalendarPage({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(CALENDAR_TEXTS);
  useTitle(texts.title);
  const units = useCalendarUnits();
  return (
    <div className="page calendar">
      <div>
        <h1>{texts.title}</h1>
        <p className="quiet">{texts.means}</p>
      </div>
      <Awaited query={units}>{(found) => <UnitCalendar units={found} own={me.posts[0]?.unit} />}</Awaited>
    </div>
  );
}

function UnitCalendar({ units, own }: { readonly units: Schema<'CalendarUnits'>; readonly own: string | undefined }) {
  const [unit, setUnit] = useState(own ?? '');
  const [year, setYear] = useState<number>(currentYear);
  const texts = useTexts(CALENDAR_TEXTS);
  const chosen = units.units.find((each) => each.unit === unit);
  const query = useYear(year, unit === '' ? undefined : unit);
  const mayDecide = chosen ? chosen.mayDecide : units.mayDecideForAll;
  const nameOf = ({ name, training }: { name: string; training: boolean }) => (training ? texts.training(name) : name);
  return (
    <>
      <div className="calendar-head">
        <NativeSelect
          label={texts.unit}
          value={unit}
          data={[
            { value: '', label: texts.everybody },
            ...units.units.map((each) => ({ value: each.unit, label: nameOf(each) })),
          ]}
          onChange={({ currentTarget }) => setUnit(currentTarget.value)}
        />
        <YearSwitch year={year} onYear={setYear} />
        {mayDecide && (
          <a className="to-form" href="#enter-title">
            {texts.toForm}
          </a>
        )}
      </div>
      <Awaited query={query}>
        {(page) => (
          <div className="calendar-body">
            <section className="card" aria-labelledby="year-title">
              <h2 id="year-title">
                {texts.year(year)} · {chosen ? nameOf(chosen) : texts.everybody}
              </h2>
              <Standing page={page} />
              <YearGrid year={year} page={page} />
            </section>
            <div className="calendar-side">
              {mayDecide ? (
                <DecisionForm key={unit} unit={chosen?.unit} unitName={chosen ? nameOf(chosen) : texts.everybody} />
              ) : (
                <p className="card quiet">{texts.mayNot}</p>
              )}
              <DecisionList decisions={page.decisions} />
            </div>
          </div>
        )}
      </Awaited>
    </>
  );
}

function Standing({ page: { standing, workingDays, pending } }: { readonly page: Year }) {
  const texts = useTexts(CALENDAR_TEXTS);
  const days = pending.map(({ day, name }) => `${formatDay(day)} (${name})`).join(', ');
  return (
    <p className="quiet">
      {texts.workingDays(workingDays)}. {texts.standing[standing]}
      {days && ` ${texts.pending(days)}`}
    </p>
  );
}

function YearSwitch({ year, onYear }: { readonly year: number; onYear(year: number): void }) {
  const texts = useTexts(CALENDAR_TEXTS);
  return (
    <div className="year-switch">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={texts.before(year - 1)}
        disabled={year <= FIRST_YEAR}
        onClick={() => onYear(year - 1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <strong className="num" aria-live="polite">
        {texts.year(year)}
      </strong>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={texts.after(year + 1)}
        disabled={year >= LAST_YEAR}
        onClick={() => onYear(year + 1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}

/** Only which page is opened first; what counts as today the API says. */
const currentYear = () => new Date().getFullYear();
