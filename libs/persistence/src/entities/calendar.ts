import { day, integer, key, moment, optional, table, text, uuid } from './columns';

export interface CalendarDecisionRow {
  decisionId: string;
  ordinal: number;
  unitId: string | null;
  provinceId: string | null;
  kind: 'day-off' | 'worked';
  firstDay: string;
  lastDay: string;
  swappedWith: string | null;
  name: string;
  basis: string;
  basisOn: string;
  enteredBy: string;
  enteredAt: string;
  revokedBy: string | null;
  revokedAt: string | null;
}
export const CalendarDecisionEntity = table<CalendarDecisionRow>({
  name: 'calendar_decision',
  columns: {
    decisionId: key(uuid()),
    ordinal: integer(),
    unitId: optional(text()),
    provinceId: optional(text()),
    kind: text(),
    firstDay: day(),
    lastDay: day(),
    swappedWith: optional(day()),
    name: text(),
    basis: text(),
    basisOn: day(),
    enteredBy: uuid(),
    enteredAt: moment(),
    revokedBy: optional(uuid()),
    revokedAt: optional(moment()),
  },
  uniques: { calendar_decision_ordinal_idx: ['ordinal'] },
  checks: {
    calendar_decision_kind_check: `kind IN ('day-off', 'worked')`,
    calendar_decision_days_check: 'first_day <= last_day',
    calendar_decision_swap_check: 'swapped_with IS NULL OR first_day = last_day',
    calendar_decision_revoked_check: '(revoked_by IS NULL) = (revoked_at IS NULL)',
    calendar_decision_place_check: '(unit_id IS NULL) = (province_id IS NULL)',
  },
  references: {
    calendar_decision_unit_fk: ['unitId', 'unit', 'unitId'],
    calendar_decision_province_fk: ['provinceId', 'unit', 'unitId'],
    calendar_decision_entered_by_fk: ['enteredBy', 'account', 'accountId'],
    calendar_decision_revoked_by_fk: ['revokedBy', 'account', 'accountId'],
  },
});

export const CalendarRecountEntity = table({
  name: 'calendar_recount',
  columns: {
    recountId: key(uuid()),
    decisionId: uuid(),
    requestedAt: moment(),
    settlesAt: moment(),
    reached: optional(uuid()),
    looked: integer(),
    moved: integer(),
    notBefore: moment(),
    doneAt: optional(moment()),
  },
  indices: { calendar_recount_decision_idx: ['decisionId'] },
  references: { calendar_recount_decision_fk: ['decisionId', 'calendar_decision', 'decisionId'] },
});
