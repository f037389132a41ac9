import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { dayOf, daysLeft, type WorkingCalendar } from '@trinhduyet/calendar';
import { inbox, inboxCounts, type InboxQuery, MOST_COUNTED, overdue, workload } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { markNoticesRead, noticesOf } from '@trinhduyet/notify';
import { Door } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import { RequestTypes } from '@trinhduyet/request-types';
import { fold } from '@trinhduyet/text';
import type { z } from 'zod';
import * as contract from '../contract/desk';
import { Operation } from '../http/operation';
import { Me } from '../http/requests';
import { CALENDAR } from '../tokens';

@Controller()
export class DeskController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    @Inject(CALENDAR) private readonly calendar: WorkingCalendar,
  ) {}

  @Get('inbox')
  @Operation({
    id: 'inbox',
    tag: 'desk',
    summary: 'Open tasks of my posts, by step deadline',
    policy: { action: 'read', subject: 'Inbox' },
    query: contract.InboxQuery,
    response: contract.InboxSlice,
  })
  inbox(
    @Me() me: Account,
    @Query() query: z.infer<typeof contract.InboxQuery>,
  ): Promise<z.infer<typeof contract.InboxSlice>> {
    return this.slice(me, query);
  }

  @Post('inbox/search')
  @Operation({
    id: 'searchInbox',
    tag: 'desk',
    summary: 'Open tasks of my posts by code or name, diacritics aside',
    policy: { action: 'read', subject: 'Inbox' },
    body: contract.InboxSearch,
    response: contract.InboxSlice,
  })
  search(
    @Me() me: Account,
    @Body() { words, ...query }: z.infer<typeof contract.InboxSearch>,
  ): Promise<z.infer<typeof contract.InboxSlice>> {
    return this.slice(me, { ...query, words: fold(words) });
  }

  @Get('inbox/counts')
  @Operation({
    id: 'inboxCounts',
    tag: 'desk',
    summary: 'How much waits',
    policy: { action: 'read', subject: 'Inbox' },
    response: contract.InboxCounts,
  })
  counts(@Me() me: Account): Promise<z.infer<typeof contract.InboxCounts>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => ({
      ...(await inboxCounts(transaction)),
      most: MOST_COUNTED,
    }));
  }

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
      const at = await transaction.now();
      const late = await overdue(transaction);
      const people = await workload(transaction);
      return {
        people: [...people],
        overdue: late.map((line) => ({ ...line, daysLate: -daysLeft(this.calendar, at, line.dueAt) })),
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
      const types = await this.types.inForceOn(transaction, dayOf(await transaction.now()));
      const titles = new Map(types.map(({ definition }) => [definition.key, definition.shortTitle]));
      const lines = items.map(({ requestType, ...item }) => ({ ...item, title: titles.get(requestType) ?? NO_TITLE }));
      return { items: lines, unread: lines.filter(({ read }) => !read).length };
    });
  }

  @Post('notices/reading')
  @Operation({ id: 'readNotices', tag: 'desk', summary: 'I have read them', policy: 'signed-in', status: 204 })
  async readNotices(@Me() me: Account): Promise<void> {
    await this.door.asActor({ kind: 'account', account: me.id }, (transaction) => markNoticesRead(transaction, me.id));
  }

  private slice(me: Account, query: InboxQuery): Promise<z.infer<typeof contract.InboxSlice>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const [{ items, next }, at] = await Promise.all([inbox(transaction, me.id, query), transaction.now()]); // in one go
      const types = await this.types.inForceOn(transaction, dayOf(at));
      const titles = new Map(types.map(({ definition }) => [definition.key, definition.shortTitle]));
      const lines = items.map((line) => ({
        ...line,
        requestTitle: titles.get(line.requestType) ?? NO_TITLE,
        daysLeft: line.dueAt === null ? null : daysLeft(this.calendar, at, line.dueAt),
      }));
      return { items: lines, next };
    });
  }
}

const NO_TITLE: LocalText = { vi: '', en: '' };
