import { Controller, Get, Inject, Post } from '@nestjs/common';
import { dayOf, daysLeft, mondayOf } from '@trinhduyet/calendar';
import { Calendars } from '@trinhduyet/directory';
import { overdue, sinceDay, workload } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { markNoticesRead, noticesOf } from '@trinhduyet/notify';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { z } from 'zod';
import * as contract from '../contract/desk';
import { Operation } from '../http/operation';
import { Me } from '../http/requests';
import { titlesOf } from '../titles';

@Controller()
export class DeskController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly calendars: Calendars,
  ) {}

  @Get('workload')
  @Operation({
    id: 'workload',
    tag: 'desk',
    summary: 'What is late, and what is in whose hands',
    policy: { action: 'read', subject: 'Workload' },
    response: contract.Workload,
  })
  workload(@Me() me: Account): Promise<z.infer<typeof contract.Workload>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const { at, calendarOf } = await this.calendars.now(transaction);
      const late = await overdue(transaction);
      const people = await workload(transaction, { calendarOf, now: at });
      const from = mondayOf(dayOf(at));
      const week = await sinceDay(transaction, from);
      return {
        at,
        people: people.map(({ ahead, ...line }) => ({ ...line, ahead: [...ahead] })),
        overdue: late.map(({ unit, ...line }) => ({ ...line, daysLate: -daysLeft(calendarOf(unit), at, line.dueAt) })),
        week: week && { from, ...week },
      };
    });
  }

  @Get('notices')
  @Operation({
    id: 'notices',
    tag: 'desk',
    summary: 'What I was told',
    policy: 'signed-in',
    response: contract.NoticeList,
  })
  notices(@Me() me: Account): Promise<z.infer<typeof contract.NoticeList>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const items = await noticesOf(transaction, me.id);
      const titleOf = await titlesOf({ transaction, types: this.types });
      const lines = items.map(({ requestType, ...item }) => ({ ...item, title: titleOf(requestType) }));
      return { items: lines, unread: lines.filter(({ read }) => !read).length };
    });
  }

  @Post('notices/reading')
  @Operation({ id: 'readNotices', tag: 'desk', summary: 'I have read them', policy: 'signed-in', status: 204 })
  async readNotices(@Me() me: Account): Promise<void> {
    await this.door.asActor({ kind: 'account', account: me.id }, (transaction) => markNoticesRead(transaction, me.id));
  }
}
