import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  codeAsPrinted,
  dossierPage,
  dossiersOf,
  Journals,
  lookUp,
  requireReadable,
  saveEntryDraft,
} from '@trinhduyet/dossiers';
import { Calendars } from '@trinhduyet/directory';
import { type Account, admit, forgive } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { ApiSettings } from '@trinhduyet/settings';
import { z } from 'zod';
import { DossierParams, TaskKey } from '../contract/common';
import * as contract from '../contract/dossiers';
import { Operation } from '../http/operation';
import { Me, type Request } from '../http/requests';
import { titlesOf } from '../titles';
import { SETTINGS } from '../tokens';
import { dossierView } from '../views/dossier-view';

type Params = z.infer<typeof DossierParams>;
const TaskParams = DossierParams.extend({ task: TaskKey });

@Controller()
export class DossiersController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly journals: Journals,
    private readonly calendars: Calendars,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('dossiers')
  @Operation({
    id: 'dossiers',
    tag: 'dossiers',
    summary: 'My dossiers as an applicant',
    policy: 'signed-in',
    query: contract.ListQuery,
    response: contract.DossierSlice,
  })
  list(
    @Me() me: Account,
    @Query() { after }: z.infer<typeof contract.ListQuery>,
  ): Promise<z.infer<typeof contract.DossierSlice>> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      const { items, next } = await dossiersOf(transaction, me.id, after);
      const titleOf = await titlesOf({ transaction, types: this.types }, 'title');
      return { items: items.map((line) => ({ ...line, title: titleOf(line.requestType) })), next };
    });
  }

  @Get('dossiers/:dossier')
  @Operation({
    id: 'dossier',
    tag: 'dossiers',
    summary: 'One dossier, as far as the reader may see it',
    policy: 'signed-in',
    params: DossierParams,
    response: contract.DossierView,
    problems: ['not-found'],
  })
  async one(@Me() me: Account, @Param() { dossier }: Params): Promise<z.infer<typeof contract.DossierView>> {
    const view = await this.door.asActor({ kind: 'account', account: me.id, dossier }, async (transaction) => {
      const { at: now, calendarOf } = await this.calendars.now(transaction);
      const page = await dossierPage({ transaction, types: this.types, calendarOf }, dossier, me.id);
      return dossierView(page, { secret: this.settings.SECRET_KEY, now, calendarOf });
    });
    if (!view.isApplicant) this.journals.read({ account: me.id, dossier, what: 'dossier' });
    return view;
  }

  @Put('dossiers/:dossier/tasks/:task/draft')
  @Operation({
    id: 'saveEntryDraft',
    tag: 'dossiers',
    summary: 'Keep what an official has begun to write',
    policy: { action: 'read', subject: 'Inbox' },
    params: TaskParams,
    body: contract.EntryDraft,
    response: contract.Saved,
    problems: ['not-found'],
  })
  async keep(
    @Me() me: Account,
    @Param() { dossier, task }: z.infer<typeof TaskParams>,
    @Body() body: z.infer<typeof contract.EntryDraft>,
  ): Promise<z.infer<typeof contract.Saved>> {
    const savedAt = await this.door.asActor({ kind: 'account', account: me.id, dossier }, async (transaction) => {
      await requireReadable(transaction, dossier, me.id);
      return saveEntryDraft(transaction, { dossier, task, account: me.id }, body);
    });
    return { savedAt };
  }

  @Post('look-up')
  @Operation({
    id: 'lookUp',
    tag: 'dossiers',
    summary: 'Follow a dossier by code and PIN, without an account',
    policy: 'public',
    body: contract.LookUp,
    response: contract.LookedUp,
    problems: ['wrong-pin', 'locked-out'],
  })
  async lookUp(
    @Body() given: z.infer<typeof contract.LookUp>,
    @Req() { ip }: Request,
  ): Promise<z.infer<typeof contract.LookedUp>> {
    const attempt = { login: `look-up:${codeAsPrinted(given.code)}`, address: `look-up:${ip}` };
    await this.atGate((transaction) => admit(transaction, attempt));
    const found = await this.door.asActor({ kind: 'public' }, (transaction) =>
      lookUp(transaction, this.types, this.settings.SECRET_KEY, given),
    );
    await this.atGate((transaction) => forgive(transaction, attempt));
    return found;
  }

  private atGate(work: Parameters<Door['asActor']>[1]): Promise<unknown> {
    return this.door.asActor({ kind: 'gate' }, work);
  }
}
