import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { dayOf, VIETNAM } from '@trinhduyet/calendar';
import { Calendars } from '@trinhduyet/directory';
import { calendarUnits, calendarYear, enterDecision, previewCalendar, revokeDecision } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door, type Transaction } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { z } from 'zod';
import * as contract from '../contract/calendar';
import { Operation } from '../http/operation';
import { Me } from '../http/requests';

const read = { action: 'read', subject: 'Calendar' } as const;
const administer = { action: 'administer', subject: 'Calendar' } as const;
type Decided = z.infer<typeof contract.DecisionParams>;

/** Working calendars: the common one, and what was decided for everybody, for provinces and for communes. */
@Controller('calendar')
export class CalendarController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly calendars: Calendars,
  ) {}

  @Get('units')
  @Operation({
    id: 'calendarUnits',
    tag: 'calendar',
    summary: 'Units whose calendar I may look at, and those that I may decide for',
    policy: read,
    response: contract.CalendarUnits,
  })
  units(@Me() me: Account): Promise<z.infer<typeof contract.CalendarUnits>> {
    return this.as(me, async (transaction) => {
      const { units, mayDecideForAll } = await calendarUnits(transaction, me.id);
      return { units: [...units], mayDecideForAll };
    });
  }

  @Get('years/:year')
  @Operation({
    id: 'calendarYear',
    tag: 'calendar',
    summary: 'A year of a unit: days off, worked days of rest, and every decision about them',
    policy: read,
    params: contract.YearParams,
    query: contract.YearQuery,
    response: contract.CalendarYear,
  })
  year(
    @Me() me: Account,
    @Param() { year }: z.infer<typeof contract.YearParams>,
    @Query() { unit }: z.infer<typeof contract.YearQuery>,
  ): Promise<z.infer<typeof contract.CalendarYear>> {
    return this.as(me, async (transaction) => {
      const { at, calendarOf } = await this.calendars.now(transaction);
      const page = await calendarYear(transaction, calendarOf, { account: me.id, unit, year });
      return {
        ...page,
        today: dayOf(at),
        restWeekdays: [...VIETNAM.restWeekdays],
        days: [...page.days],
        pending: [...page.pending],
        decisions: [...page.decisions],
      };
    });
  }

  @Post('preview')
  @Operation({
    id: 'previewCalendar',
    tag: 'calendar',
    summary: 'What a decision, or revoking one, would do to the dates of my units’ open dossiers',
    policy: administer,
    body: contract.CalendarChange,
    response: contract.CalendarPreview,
    problems: ['calendar-days', 'calendar-same', 'calendar-revoked', 'no-such-unit', 'not-found'],
  })
  preview(
    @Me() me: Account,
    @Body() change: z.infer<typeof contract.CalendarChange>,
  ): Promise<z.infer<typeof contract.CalendarPreview>> {
    return this.as(me, async (transaction) => {
      const { examples, ...sums } = await previewCalendar(transaction, this.types, me.id, change);
      return { ...sums, examples: examples.map(({ dates, ...example }) => ({ ...example, dates: [...dates] })) };
    });
  }

  @Put('decisions/:decision')
  @Operation({
    id: 'enterCalendarDecision',
    tag: 'calendar',
    summary: 'Enter a decision under an id of my own; open dossiers are counted anew',
    policy: administer,
    params: contract.DecisionParams,
    body: contract.NewCalendarDecision,
    status: 204,
    problems: ['calendar-days', 'calendar-same', 'no-such-unit', 'key-reused'],
  })
  enter(
    @Me() me: Account,
    @Param() { decision }: Decided,
    @Body() content: z.infer<typeof contract.NewCalendarDecision>,
  ): Promise<void> {
    return this.as(me, (transaction) => enterDecision(transaction, me.id, { ...content, id: decision }));
  }

  @Post('decisions/:decision/revocation')
  @Operation({
    id: 'revokeCalendarDecision',
    tag: 'calendar',
    summary: 'Revoke a decision; it stays on record, and open dossiers are counted anew',
    policy: administer,
    params: contract.DecisionParams,
    status: 204,
  })
  revoke(@Me() me: Account, @Param() { decision }: Decided): Promise<void> {
    return this.as(me, (transaction) => revokeDecision(transaction, me.id, decision));
  }

  /** What one may decide depends on posts that must not end meanwhile. */
  private as<T>(me: Account, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'account', account: me.id, lock: true }, work);
  }
}
