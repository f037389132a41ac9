import {
  addDays,
  type CalendarDecision,
  dayOf,
  instantOn,
  promisedDay,
  stepDue,
  withDecisions,
} from '@trinhduyet/calendar';
import fc from 'fast-check';
import { needsLook, nextBell, type Command, type DossierEvent } from './index';
import { aChain, ADossier, calendar, SYSTEM } from './testing';

const RECOUNT: Command = { type: 'recount', decision: 'a decision' };
const off = (firstDay: string, lastDay = firstDay): CalendarDecision => ({
  id: 'a decision',
  kind: 'day-off',
  firstDay,
  lastDay,
});
const closed = (...decisions: readonly CalendarDecision[]) => withDecisions(calendar, decisions);
/** In the commune alone, or everywhere. */
const inTheCommune = (...decisions: readonly CalendarDecision[]) => {
  const commune = closed(...decisions);
  return { calendar: commune, calendarOf: (unit: string) => (unit === 'commune-a' ? commune : calendar) };
};
/** Received on Monday 16/03/2026; five days for the survey. */
const atSurvey = () => ADossier.on(aChain()).submitted().received().checked();
const recount = (dossier: ADossier, calendars: Partial<ReturnType<typeof inTheCommune>>) =>
  dossier.after(RECOUNT, SYSTEM, calendars);
const types = (events: readonly DossierEvent[]) => events.map(({ type }) => type);

describe('a day off that is decided while a dossier is under way', () => {
  it('moves what is counted over it, and says from when to when', () => {
    const before = atSurvey();
    const after = recount(before, inTheCommune(off('2026-03-18')));

    expect(after.events.at(-1)).toMatchObject({
      type: 'recounted',
      decision: 'a decision',
      promised: { from: '2026-04-06', to: '2026-04-07' },
      places: [
        {
          place: 'survey.1',
          dueAt: instantOn('2026-03-24', '17:00'),
          was: { dueAt: instantOn('2026-03-23', '17:00') },
        },
      ],
    });
    expect(after.place.dueAt).toBe(instantOn('2026-03-24', '17:00'));
    expect(after.open.reception?.promisedOn).toBe('2026-04-07');
  });

  it('leaves alone what does not count over it, and a second time what was counted already', () => {
    const dossier = atSurvey();

    expect(recount(dossier, inTheCommune(off('2026-09-01'))).events).toEqual(dossier.events);
    const once = recount(dossier, inTheCommune(off('2026-03-18')));
    expect(recount(once, inTheCommune(off('2026-03-18'))).events).toEqual(once.events);
  });

  it('counts the steps of another office by that office’s own calendar', () => {
    const atProvince = atSurvey().decided('propose');
    const after = recount(atProvince, inTheCommune(off('2026-03-18')));

    expect(after.place.dueAt).toBe(atProvince.place.dueAt);
    expect(after.open.reception?.promisedOn).toBe('2026-04-07');
  });

  it('needs no wake where a bell comes later, and one where it comes earlier', () => {
    const before = atSurvey();
    const later = recount(before, inTheCommune(off('2026-03-18')));
    const back = recount(later, { calendar, calendarOf: () => calendar });

    expect(needsLook(before.state, later.state, later.events.slice(-1))).toBe(false);
    expect(needsLook(later.state, back.state, back.events.slice(-1))).toBe(true);
  });

  it('takes back that a step is late, and tells of it again at its new end', () => {
    const late = atSurvey().clock('2026-03-24').followed();
    const after = recount(late, inTheCommune(off('2026-03-18', '2026-03-20')));

    expect(late.place).toMatchObject({ escalated: true });
    expect(after.place).toMatchObject({ escalated: false, dueAt: instantOn('2026-03-26', '17:00') });
    expect(types(after.clock('2026-03-27').follows())).toEqual(['escalated']);
  });

  it('gives the applicant who is waited for the next working day, and never less time', () => {
    const asked = atSurvey().asked();
    const lastDay = dayOf(asked.place.dueAt ?? '');
    const after = recount(asked, inTheCommune(off(lastDay)));

    expect((after.place.dueAt ?? '') > (asked.place.dueAt ?? '')).toBe(true);
    expect(recount(after, { calendar }).events).toEqual(after.events);
  });
});

describe('a day off that is revoked', () => {
  const longer = () => recount(atSurvey(), inTheCommune(off('2026-03-18')));

  it('brings the due date back, and leaves the promise where the applicant knows it', () => {
    const back = recount(longer(), { calendar, calendarOf: () => calendar });

    expect(back.place.dueAt).toBe(instantOn('2026-03-23', '17:00'));
    expect(back.open.reception?.promisedOn).toBe('2026-04-07');
    expect(back.events.at(-1)).not.toHaveProperty('promised', expect.anything());
  });

  it('makes nobody late: the due date moves no further than to the end of the day', () => {
    const [dossier, unchanged] = [longer().clock('2026-03-24'), { calendar, calendarOf: () => calendar }];
    const back = recount(dossier, unchanged);

    expect(back.events).toEqual(dossier.events);
    const earlier = recount(recount(atSurvey(), inTheCommune(off('2026-03-18', '2026-03-20'))).clock('2026-03-25'), {
      ...unchanged,
    });
    expect(earlier.place.dueAt).toBe(instantOn('2026-03-25', '17:00'));
  });
});

it('whatever is decided ahead: dates are those of a step entered under it, and no promise comes earlier', () => {
  const ahead = fc.integer({ min: 1, max: 30 }).map((days) => off(addDays('2026-03-16', days)));
  const decisions = fc.array(fc.array(ahead, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(decisions, (rounds) => {
      let [dossier, promised] = [atSurvey(), ''];
      for (const round of rounds) {
        const calendars = { calendar: closed(...round), calendarOf: () => closed(...round) };
        dossier = recount(dossier, calendars);

        const { enteredAt, dueAt } = dossier.place;
        expect(dueAt).toBe(stepDue(calendars.calendar, enteredAt, 5));
        const now = dossier.open.reception?.promisedOn ?? '';
        expect(now >= promised).toBe(true);
        expect(now >= (promisedDay(calendars.calendar, '2026-03-16', 15, []) ?? '')).toBe(true);
        promised = now;
        expect(recount(dossier, calendars).events).toEqual(dossier.events);
      }
    }),
    { numRuns: 60 },
  );
});

it('nobody but the system counts anew', () => {
  const decision = atSurvey().when(RECOUNT, { kind: 'administrator', account: 'administrator' });

  expect(decision).toMatchObject({ ok: false, refusal: { code: 'not-your-task' } });
});

describe('a step that is late', () => {
  const withReminders = (reminders: object) => {
    const chain = aChain();
    const steps = chain.steps.map((step) => (step.key === 'survey' ? { ...step, reminders } : step));
    return ADossier.on({ ...chain, steps })
      .submitted()
      .received()
      .checked();
  };
  const rings = (dossier: ADossier, ...days: readonly string[]) =>
    days.flatMap((day) => {
      const followed = dossier.clock(day).followed();
      const rung = followed.events.slice(dossier.events.length);
      dossier = followed;
      return rung.map(({ type, at }) => `${type} ${dayOf(at)}`);
    });
  const everyDay = Array.from({ length: 16 }, (_, index) => `2026-03-${String(16 + index).padStart(2, '0')}`);

  it('is told before, on the day, and then to the leader, each once', () => {
    expect(rings(atSurvey(), ...everyDay)).toEqual([
      'reminded 2026-03-19',
      'escalated 2026-03-23',
      'raised 2026-03-25',
    ]);
  });

  it('is told as often as its chain says', () => {
    const dossier = withReminders({ before: 1, every: 2, leader: 3 });

    expect(rings(dossier, ...everyDay)).toEqual([
      'reminded 2026-03-20',
      'escalated 2026-03-23',
      'remindedAgain 2026-03-25',
      'raised 2026-03-26',
      'remindedAgain 2026-03-27',
    ]);
  });

  it('is not told beforehand where the chain wants none, nor to a leader who has it', () => {
    expect(rings(withReminders({ before: 0 }), '2026-03-19', '2026-03-20')).toEqual([]);
    expect(rings(atSurvey().decided('propose'), ...everyDay)).not.toContainEqual(expect.stringContaining('raised'));
  });

  it('makes up for no reminder that was missed, and stays open for ever', () => {
    const dossier = withReminders({ every: 1, leader: 60 }).clock('2026-06-01').followed();

    expect(types(dossier.events).filter((type) => type === 'remindedAgain')).toHaveLength(1);
    expect(nextBell(dossier.state)?.at).toBe(instantOn('2026-06-01', '17:00'));
    expect(dossier.open.places).toHaveLength(1);
  });
});
