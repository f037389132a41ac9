import { DAY_KINDS } from '@trinhduyet/calendar';
import { z } from 'zod';
import { Day, Text } from './common';

export const CalendarUnits = z
  .object({
    units: z
      .object({
        unit: z.string(),
        name: z.string(),
        tier: z.string(),
        training: z.boolean(),
        mayDecide: z.boolean(),
      })
      .array(),
    mayDecideForAll: z.boolean(),
  })
  .meta({ id: 'CalendarUnits' });

export const YearParams = z.object({ year: z.coerce.number().int().min(2020).max(2060) });
/** Missing: the calendar that is common to all. */
export const YearQuery = z.object({ unit: z.string().max(40).optional() });

const DecisionContent = {
  kind: z.enum(DAY_KINDS),
  firstDay: Day,
  lastDay: Day,
  swappedWith: Day.optional(),
};

export const CalendarDecisionLine = z
  .object({
    id: z.string(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    ...DecisionContent,
    name: z.string(),
    basis: z.string(),
    basisOn: z.string(),
    enteredBy: z.string(),
    enteredAt: z.string(),
    revokedBy: z.string().nullable(),
    revokedAt: z.string().nullable(),
    mayRevoke: z.boolean(),
    recount: z.object({ done: z.boolean(), looked: z.number(), moved: z.number() }).nullable(),
  })
  .meta({ id: 'CalendarDecisionLine' });

export const CalendarYear = z
  .object({
    standing: z.enum(['official', 'projected', 'unknown']),
    workingDays: z.number(),
    today: z.string(),
    restWeekdays: z.number().array(),
    days: z
      .object({ day: z.string(), kind: z.enum(['off', 'worked']), name: z.string(), decision: z.string().optional() })
      .array(),
    pending: z.object({ day: z.string(), name: z.string() }).array(),
    decisions: CalendarDecisionLine.array(),
  })
  .meta({ id: 'CalendarYear' });

export const CalendarProposal = z
  .strictObject({ unit: z.string().max(40).optional(), ...DecisionContent })
  .meta({ id: 'CalendarProposal', example: { kind: 'day-off', firstDay: '2026-11-24', lastDay: '2026-11-24' } });

export const NewCalendarDecision = z
  .strictObject({
    ...CalendarProposal.shape,
    name: z.string().trim().min(1).max(200),
    basis: z.string().trim().min(1).max(100),
    basisOn: Day,
  })
  .meta({
    id: 'NewCalendarDecision',
    example: {
      kind: 'day-off',
      firstDay: '2026-11-24',
      lastDay: '2026-11-24',
      name: 'Ngày Văn hóa Việt Nam',
      basis: '1500/QĐ-TTg',
      basisOn: '2026-10-01',
    },
  });

export const CalendarChange = z
  .union([z.strictObject({ enter: CalendarProposal }), z.strictObject({ revoke: z.uuid() })])
  .meta({
    id: 'CalendarChange',
    example: { enter: { kind: 'day-off', firstDay: '2026-11-24', lastDay: '2026-11-24' } },
  });

const Moved = z.object({ before: z.string(), now: z.string() });
export const CalendarPreview = z
  .object({
    looked: z.number(),
    complete: z.boolean(),
    moved: z.number(),
    later: z.number(),
    earlier: z.number(),
    promises: z.object({ later: z.number(), kept: z.number() }),
    examples: z
      .object({
        code: z.string(),
        dates: z.object({ step: Text, ...Moved.shape }).array(),
        promised: Moved.optional(),
      })
      .array(),
  })
  .meta({ id: 'CalendarPreview' });

export const DecisionParams = z.object({ decision: z.uuid() });
