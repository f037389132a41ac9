import { addDays, dayOf, isWorkingDay } from '@trinhduyet/calendar';
import fc from 'fast-check';
import type { Command } from '../command';
import { awaitsTranscript, fold, inTransit, lawful, reviewOf, verify } from '../index';
import { type ADossier, calendar, holderOf, kept } from '../testing';
import { NaiveDossier } from './naive';
import { anyChain, attempt, begun, openOf, standsAt, walk, type Walk, walks } from './walks';

/** On how many walks a law is tried; `npm run test:long` raises it. The one that compares with the plain account has most. */
const numRuns = Number(process.env['LAWS_RUNS'] ?? 150);
const modelRuns = Number(process.env['LAWS_RUNS'] ?? 1_000);

const after = (dossier: ADossier, decision: ReturnType<ADossier['when']>) =>
  decision.ok ? dossier.given(...decision.events) : dossier;
const checkLaw = (law: (walked: Walk) => void, runs = numRuns) => fc.assert(fc.property(walks, law), { numRuns: runs });

describe('whatever people try, in whatever order', () => {
  it('the chains that are tried can be published', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const surroundings = {
          stepForms: ['meeting', 'posting', 'survey', 'appraisal', 'decision', 'numbering'],
          papers: ['decision', 'refusal', 'to-trinh'],
        };
        expect(verify(chain, surroundings)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('the core accepts what a plain account of the rules accepts, and the dossier stands where it says', () => {
    checkLaw((walked) => {
      const naive = new NaiveDossier(walked.chain);
      naive.handIn(walked.onPaper);
      naive.move();

      walk(walked, (dossier, tried) => {
        const { decision, actor, command, tried: ready } = attempt(dossier, tried);
        expect({ tried, ok: decision.ok }).toEqual({ tried, ok: naive.does(command, actor, inTimeForApology(ready)) });
        const reached = after(ready, decision);
        if (!tried.followed) return reached;
        naive.move();
        const moved = reached.followed();
        expect(standsAt(moved)).toBe(naive.at);
        return moved;
      });
    }, modelRuns);
  });

  it('nobody acts outside their post, on their own dossier, or twice on one task', () => {
    checkLaw((walked) => {
      const decided = new Set<string>();
      walk(walked, (dossier, tried) => {
        const { decision, actor, tried: ready } = attempt(dossier, tried);
        for (const event of decision.ok ? decision.events : []) {
          if (event.by.kind !== 'official') continue;
          const { by } = event;
          expect(actor).toMatchObject({ kind: 'official', account: by.account, posts: [{ post: by.post }] });
          expect(by.account).not.toBe('applicant');
          if (event.type !== 'decided') continue;
          expect(decided.has(event.task)).toBe(false);
          decided.add(event.task);
        }
        return tried.followed ? after(ready, decision).followed() : after(ready, decision);
      });
    });
  });

  it('the dossier always waits for somebody who can act, and following it again changes nothing', () => {
    checkLaw((walked) => {
      walk(walked, (dossier, tried) => {
        const { decision, tried: ready } = attempt(dossier, tried);
        const moved = after(ready, decision).followed();
        expect(moved.follows()).toEqual([]);
        const open = openOf(moved);
        if (!open) return moved;
        expect(inTransit(open)).toBe(false);
        for (const place of open.places) {
          expect(place.stuck).toBeUndefined();
          const bySomebodyElse = place.kind === 'check' || place.kind === 'paper' || place.kind === 'supplement';
          expect(bySomebodyElse || place.asked.length > 0).toBe(true);
        }
        return moved;
      });
    });
  });

  it('there is always a way to an end', () => {
    checkLaw((walked) => {
      let dossier = walk(walked, (each, tried) => after(each, attempt(each, tried).decision).followed());

      for (let move = 0; move < 60 && dossier.state.status === 'open'; move += 1) dossier = oneStepOn(dossier);

      expect(dossier.state.status).toBe('ended');
    });
  });

  it('the record read again gives the same state, however often it was stored on the way', () => {
    checkLaw((walked) => {
      let stored = begun(walked).state;
      const end = walk(walked, (dossier, tried) => {
        const { decision, tried: ready } = attempt(dossier, tried);
        const moved = tried.followed ? after(ready, decision).followed() : after(ready, decision);
        const added = moved.events.slice(stored.sequence);
        stored = JSON.parse(JSON.stringify(fold(added, stored))) as typeof stored;
        return moved;
      });

      expect(stored).toEqual(JSON.parse(JSON.stringify(fold(end.events))));
      expect(end.state.sequence).toBe(end.events.length);
    });
  });

  it('what is offered is accepted, and what is explained is refused for that reason', () => {
    checkLaw((walked) => {
      walk(walked, (dossier, tried) => {
        const { decision, actor, tried: ready } = attempt(dossier, tried);
        const offers = lawful(walked.chain, ready.state, ready.context(actor));
        for (const offer of offers.filter(({ command }) => command === 'decide')) {
          const whole = { note: kept('note'), entry: kept('entry'), amount: 1, returnTo: offer.targets?.[0] };
          const command: Command = { type: 'decide', task: offer.task ?? '', outcome: offer.outcome ?? '', ...whole };
          const answer = ready.when(command, actor);
          expect(answer.ok ? undefined : answer.refusal.code).toBe(offer.because);
        }
        return tried.followed ? after(ready, decision).followed() : after(ready, decision);
      });
    });
  });

  it('a date follows from what was done when, not from when a worker came round', () => {
    checkLaw((walked) => {
      walk(walked, (dossier, tried) => {
        const { decision, tried: ready } = attempt(dossier, tried);
        const reached = after(ready, decision);
        const atOnce = reached.follows().filter(({ type }) => type === 'entered');
        const afterAnOutage = reached
          .daysLater(tried.days)
          .follows()
          .filter(({ type }) => type === 'entered');
        expect(afterAnOutage.slice(0, atOnce.length)).toEqual(atOnce);
        return reached.followed();
      });
    });
  });
});

/** Before the last working day before the promised one is over, told from the calendar's days one by one. */
function inTimeForApology(dossier: ADossier): boolean {
  const { state, at } = dossier;
  const promised = state.status === 'open' ? state.reception?.promisedOn : undefined;
  if (promised === undefined) return false;
  let last = addDays(promised, -1);
  while (!isWorkingDay(calendar, last)) last = addDays(last, -1);
  return dayOf(at) <= last;
}

/** Whoever is asked does what leads on: the first outcome that is no return. */
function oneStepOn(dossier: ADossier): ADossier {
  const { chain } = dossier.setting;
  if (awaitsTranscript(dossier.state)) return dossier.transcribed();
  const place = dossier.open.places[0];
  if (!place) return dossier.followed();
  if (place.kind === 'supplement') return dossier.answered();
  if (place.kind === 'check' && place.asked.length === 0) return dossier.checked();
  if (place.kind === 'paper') return dossier.papered();
  const claimedBy = place.asked[0]?.claimedBy;
  const free =
    claimedBy === undefined
      ? dossier
      : dossier.after({ type: 'release', task: dossier.task.key }, holderOf(dossier.task, claimedBy));
  const ready = place.notBefore !== undefined && free.at < place.notBefore ? free.clock(dayOf(place.notBefore)) : free;
  if (place.kind === 'reception') return ready.received();
  const step = reviewOf(chain, place.step);
  const on = step?.outcomes.find(({ act }) => act !== 'return')?.key ?? 'clear';
  const command = ready.decision(on);
  const byHolder = ready.when(command);
  if (byHolder.ok) return ready.given(...byHolder.events).followed();
  return ready.after(command, holderOf(ready.task, 'another holder')).followed();
}
