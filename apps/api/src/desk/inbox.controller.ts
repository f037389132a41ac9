import { Body, Controller, Get, Inject, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { dayOf, daysLeft } from '@trinhduyet/calendar';
import { type CalendarOf, Calendars, peopleOf } from '@trinhduyet/directory';
import {
  headed,
  inbox,
  inboxCounts,
  inboxGroups,
  type InboxLine,
  type InboxQuery,
  inboxRows,
  Journals,
  MOST_COUNTED,
} from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { both, Door, type Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import { RequestTypes } from '@trinhduyet/request-types';
import { fold } from '@trinhduyet/text';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import * as contract from '../contract/inbox';
import { Operation, type Policy } from '../http/operation';
import { languageOf, Me, type Request } from '../http/requests';
import { titlesOf } from '../titles';
import { inboxSheet } from './inbox-sheet';
import { ManyActsService } from './many-acts';

type Line = z.infer<typeof contract.InboxLine>;
type Slice = z.infer<typeof contract.InboxSlice>;

interface Around {
  readonly at: string;
  readonly calendarOf: CalendarOf;
  titleOf(requestType: string): LocalText;
}

const policy: Policy = { action: 'read', subject: 'Inbox' };
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE_OF_EXPORT = 200;

@Controller('inbox')
export class InboxController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly calendars: Calendars,
    private readonly journals: Journals,
    private readonly acts: ManyActsService,
  ) {}

  @Get()
  @Operation({
    id: 'inbox',
    tag: 'desk',
    summary: 'Open tasks of my posts, or of the offices that I head, by step deadline',
    policy,
    query: contract.InboxQuery,
    response: contract.InboxSlice,
  })
  inbox(@Me() me: Account, @Query() query: z.infer<typeof contract.InboxQuery>): Promise<Slice> {
    return this.slice(me, query);
  }

  @Post('search')
  @Operation({
    id: 'searchInbox',
    tag: 'desk',
    summary: 'The same by code or name, diacritics aside',
    policy,
    body: contract.InboxSearch,
    response: contract.InboxSlice,
  })
  search(@Me() me: Account, @Body() { words, ...query }: z.infer<typeof contract.InboxSearch>): Promise<Slice> {
    return this.slice(me, { ...query, words: fold(words) });
  }

  @Get('counts')
  @Operation({
    id: 'inboxCounts',
    tag: 'desk',
    summary: 'How much waits',
    policy,
    query: contract.CountsQuery,
    response: contract.InboxCounts,
  })
  counts(
    @Me() me: Account,
    @Query() { scope }: z.infer<typeof contract.CountsQuery>,
  ): Promise<z.infer<typeof contract.InboxCounts>> {
    return this.as(me, async (transaction) => ({ ...(await inboxCounts(transaction, scope)), most: MOST_COUNTED }));
  }

  @Post('groups')
  @Operation({
    id: 'inboxGroups',
    tag: 'desk',
    summary: 'How many tasks there are of each type, of each village, or of both',
    policy,
    body: contract.GroupsQuery,
    response: contract.InboxGroups,
  })
  groups(
    @Me() me: Account,
    @Body() { words, ...query }: z.infer<typeof contract.GroupsQuery>,
  ): Promise<z.infer<typeof contract.InboxGroups>> {
    return this.as(me, async (transaction) => {
      const { items, capped } = await inboxGroups(transaction, me.id, { ...query, words: words && fold(words) });
      return { items: [...items], capped };
    });
  }

  @Post('rows')
  @Operation({
    id: 'inboxRows',
    tag: 'desk',
    summary: 'The rows of these dossiers as they are now; what has gone is missing',
    policy,
    body: contract.RowsQuery,
    response: contract.InboxRows,
  })
  rows(
    @Me() me: Account,
    @Body() { dossiers }: z.infer<typeof contract.RowsQuery>,
  ): Promise<z.infer<typeof contract.InboxRows>> {
    return this.as(me, async (transaction) => ({
      items: this.shown(await inboxRows(transaction, me.id, dossiers), await this.around(transaction)),
    }));
  }

  @Get('colleagues')
  @Operation({
    id: 'colleagues',
    tag: 'desk',
    summary: 'To whom tasks of the offices that I head may be given',
    policy,
    response: contract.Colleague.array(),
  })
  colleagues(@Me() me: Account): Promise<z.infer<typeof contract.Colleague>[]> {
    return this.as(me, async (transaction) => {
      const people = await peopleOf(transaction, headed(transaction));
      return people.map(({ posts, ...person }) => ({ ...person, posts: [...posts] }));
    });
  }

  @Post('acts')
  @Operation({
    id: 'actOnMany',
    tag: 'desk',
    summary: 'Claim, release or assign many tasks, each by itself',
    policy,
    body: contract.ManyActs,
    response: contract.ManyResults,
    problems: ['key-unusable'],
  })
  async actOnMany(
    @Me() me: Account,
    @Body() asked: z.infer<typeof contract.ManyActs>,
    @Req() request: Request,
  ): Promise<z.infer<typeof contract.ManyResults>> {
    return { items: await this.acts.give(me.id, asked, languageOf(request)) };
  }

  @Post('export')
  @Operation({
    id: 'exportInbox',
    tag: 'desk',
    summary: 'A list as a workbook (XLSX); entered in the journal of reads for each of its dossiers',
    policy,
    body: contract.Export,
    media: SHEET,
  })
  async export(
    @Me() me: Account,
    @Body() { filter, only }: z.infer<typeof contract.Export>,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { at, lines } = await this.as(me, async (transaction) => ({
      at: await transaction.now(),
      lines: only ? await this.chosen(transaction, me, only) : await this.all(transaction, me, filter),
    }));
    for (const { dossier } of lines) this.journals.read({ account: me.id, dossier, what: 'export' });
    const content = await inboxSheet(lines, { language: languageOf(request), at, by: me.name });
    void reply.header('content-disposition', `attachment; filename="hop-viec-${dayOf(at)}.xlsx"`);
    return new StreamableFile(content, { type: SHEET, length: content.length });
  }

  private async chosen(
    transaction: Transaction,
    me: Account,
    only: readonly { readonly dossier: string; readonly task: string }[],
  ): Promise<Line[]> {
    const wanted = new Set(only.map(({ dossier, task }) => `${dossier} ${task}`));
    const rows = await inboxRows(transaction, me.id, [...new Set(only.map(({ dossier }) => dossier))]);
    return this.shown(
      rows.filter(({ dossier, task }) => wanted.has(`${dossier} ${task}`)),
      await this.around(transaction),
    );
  }

  private async all(
    transaction: Transaction,
    me: Account,
    { words, ...filter }: z.infer<typeof contract.Export>['filter'],
  ): Promise<Line[]> {
    const lines: InboxLine[] = [];
    let after: string | undefined;
    do {
      const query = { ...filter, words: words && fold(words), after, size: PAGE_OF_EXPORT };
      const { items, next } = await inbox(transaction, me.id, query);
      lines.push(...items);
      after = next;
    } while (after !== undefined && lines.length < contract.MOST_EXPORTED);
    return this.shown(lines, await this.around(transaction));
  }

  private slice(me: Account, query: InboxQuery): Promise<Slice> {
    const unknownToTasks = (transaction: Transaction) => this.around(transaction);
    return this.door.asActorWith({ kind: 'account', account: me.id }, unknownToTasks, async (transaction, around) => {
      const { items, next } = await inbox(transaction, me.id, query);
      return { items: this.shown(items, around), next };
    });
  }

  /** What a row of the database does not know: the types' names, and the moment that working days are counted from. */
  private async around(transaction: Transaction): Promise<Around> {
    const [{ at, calendarOf }, titleOf] = await both(
      this.calendars.now(transaction),
      titlesOf({ transaction, types: this.types }),
    );
    return { at, calendarOf, titleOf };
  }

  private shown(lines: readonly InboxLine[], { at, calendarOf, titleOf }: Around): Line[] {
    return lines.map(({ unit, ...line }) => ({
      ...line,
      acts: [...line.acts],
      requestTitle: titleOf(line.requestType),
      daysLeft: line.dueAt === null ? null : daysLeft(calendarOf(unit), at, line.dueAt),
    }));
  }

  private as<T>(me: Account, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'account', account: me.id }, work);
  }
}
