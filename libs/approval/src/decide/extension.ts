import { type Day, dayOf, isWorkingDay, latestApologyDay, workingDaysBetween } from '@trinhduyet/calendar';
import type { Duty } from '@trinhduyet/org';
import type { Chain } from '../chain.generated';
import type { CommandOf } from '../command';
import type { RefusalCode } from '../refusal';
import type { Open, Place } from '../state';
import { accept, type Asked, type DecideContext, type Decider, refuse, takeTask } from './decision';

/** Those who work on the matter answer for its time: neither the village, nor the counter, nor the văn thư. */
const ANSWERS_FOR_TIME: ReadonlySet<Duty> = new Set<Duty>(['specialist', 'head', 'leader']);

/**
 * Another day is promised, once, with a written apology (form 04): by the office that has the step, at least one day
 * before the promised one, that is on the last working day before it at the latest (NĐ 61/2018/NĐ-CP).
 */
export const extend: Decider<CommandOf<'extend'>> = (chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  const { reception } = state;
  const hindrance = hindered(chain, state, taken.found, context);
  if (hindrance) return refuse(hindrance);
  const from = reception?.promisedOn;
  if (from === undefined) return refuse('nothing-promised');
  const { at, calendar } = context;
  if (dayOf(at) > latestApologyDay(calendar, from)) return refuse('too-late-to-extend');
  const { task, promisedOn, note, paper } = command;
  if (!isLaterWorkingDay(context, from, promisedOn)) return refuse('unlawful-promise');
  const workingDays = workingDaysBetween(calendar, from, promisedOn);
  return accept({ type: 'extended', at, by: taken.found.by, task, from, promisedOn, workingDays, note, paper });
};

function hindered(chain: Chain, state: Open, { place, by }: Asked, { actor }: DecideContext): RefusalCode | undefined {
  const duty = actor.kind === 'official' ? actor.posts.find(({ post }) => post === by.post)?.duty : undefined;
  if (!isAtWork(place) || duty === undefined || !ANSWERS_FOR_TIME.has(duty)) return 'may-not-extend';
  if (state.reception?.extension) return 'already-extended';
  // Nothing more is promised once the step is done that the promise is about.
  return state.visits.some(({ step }) => step === chain.promise.until) ? 'nothing-promised' : undefined;
}

const isAtWork = ({ kind }: Place) => kind === 'review' || kind === 'check';

function isLaterWorkingDay({ calendar }: DecideContext, from: Day, promisedOn: Day): boolean {
  return promisedOn > from && isWorkingDay(calendar, promisedOn);
}
