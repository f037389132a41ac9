import type { WorkingCalendar } from '@trinhduyet/calendar';
import { type UnitId, unitAt } from '@trinhduyet/org';
import type { Chain, StepKey } from './chain.generated';
import { stepOf } from './routing';
import { ladderOf, type Open, RECEPTION } from './state';

/** By which days offices count. Promise, reception and pauses go by the competent unit's, a step by that of the unit that has it. */
export interface Calendars {
  /** The competent unit's. */
  readonly calendar: WorkingCalendar;
  /** That of any unit along the ladder; where it is missing, all of them go by the competent unit's. */
  readonly calendarOf?: (unit: UnitId) => WorkingCalendar;
}

/** The calendar that a step's limit is counted by; a machine's work goes by the competent unit's. */
export function calendarAt(chain: Chain, state: Open, step: StepKey, { calendar, calendarOf }: Calendars) {
  const unit = unitOfStep(chain, state, step);
  return unit === undefined || calendarOf === undefined ? calendar : calendarOf(unit);
}

function unitOfStep(chain: Chain, state: Open, step: StepKey): UnitId | undefined {
  if (step === RECEPTION) return state.submission.receptionUnit;
  const found = stepOf(chain, step);
  return found && 'who' in found ? unitAt(ladderOf(state), found.who.tier) : undefined;
}
