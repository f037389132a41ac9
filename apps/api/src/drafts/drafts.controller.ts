import { Body, Controller, Delete, Get, Headers, Inject, Param, Post, Put } from '@nestjs/common';
import { Calendars } from '@trinhduyet/directory';
import { dropDraft, draftsOf, getDraft, pinOf, saveDraft, startDraft, submit } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door, type Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { RequestTypes } from '@trinhduyet/request-types';
import type { ApiSettings } from '@trinhduyet/settings';
import { FileStore } from '@trinhduyet/storage';
import type { z } from 'zod';
import { DossierParams } from '../contract/common';
import * as contract from '../contract/drafts';
import { Operation } from '../http/operation';
import { answerHeaders, type Asked, Me, TheCommand } from '../http/requests';
import { today } from '../today';
import { SETTINGS } from '../tokens';
import { Waiting } from '../waiting';

type Params = z.infer<typeof DossierParams>;
const own = { action: 'write', subject: 'Draft' } as const;

@Controller('drafts')
export class DraftsController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly files: FileStore,
    private readonly waiting: Waiting,
    private readonly calendars: Calendars,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Operation({ id: 'drafts', tag: 'drafts', summary: 'My drafts', policy: own, response: contract.DraftLine.array() })
  list(@Me() me: Account): Promise<z.infer<typeof contract.DraftLine>[]> {
    return this.as(me, async (transaction) => [...(await draftsOf(transaction))]);
  }

  @Post()
  @Operation({
    id: 'startDraft',
    tag: 'drafts',
    summary: 'Begin a request',
    policy: own,
    status: 201,
    body: contract.DraftStart,
    response: contract.Draft,
    problems: ['form-version-unknown'],
  })
  start(
    @Me() me: Account,
    @Body() { requestType }: z.infer<typeof contract.DraftStart>,
  ): Promise<z.infer<typeof contract.Draft>> {
    return this.as(me, async (transaction) => {
      const type = await this.types.keyOn(transaction, requestType, await today(transaction));
      return mutable(await startDraft(transaction, me.id, { key: requestType, formId: type.form.pin.id }));
    });
  }

  @Get(':dossier')
  @Operation({
    id: 'draft',
    tag: 'drafts',
    summary: 'One of my drafts',
    policy: own,
    params: DossierParams,
    response: contract.Draft,
    problems: ['not-found'],
  })
  get(@Me() me: Account, @Param() { dossier }: Params): Promise<z.infer<typeof contract.Draft>> {
    return this.as(me, async (transaction) => mutable(await getDraft(transaction, dossier)), dossier);
  }

  @Put(':dossier')
  @Operation({
    id: 'saveDraft',
    tag: 'drafts',
    summary: 'Keep what was typed, finished or not',
    policy: own,
    params: DossierParams,
    body: contract.DraftSave,
    response: contract.DraftVersion,
    problems: ['version-required', 'draft-changed', 'not-found'],
  })
  save(
    @Me() me: Account,
    @Param() { dossier }: Params,
    @Body() body: z.infer<typeof contract.DraftSave>,
    @Headers('if-match') seen?: string,
  ): Promise<z.infer<typeof contract.DraftVersion>> {
    const [, version] = /^"?(\d{1,9})"?$/.exec(seen ?? '') ?? [];
    if (version === undefined) throw new Problem('version-required');
    return this.as(
      me,
      (transaction) => saveDraft(transaction, dossier, { ...body, version: Number(version) }),
      dossier,
    );
  }

  @Delete(':dossier')
  @Operation({
    id: 'dropDraft',
    tag: 'drafts',
    summary: 'Throw a draft away',
    policy: own,
    params: DossierParams,
    status: 204,
    problems: ['not-found'],
  })
  async drop(@Me() me: Account, @Param() { dossier }: Params): Promise<void> {
    const files = await this.as(me, (transaction) => dropDraft(transaction, dossier), dossier);
    await Promise.all(files.map((key) => this.files.remove(key)));
  }

  @Post(':dossier/submission')
  @Operation({
    id: 'submitDraft',
    tag: 'drafts',
    summary: 'Submit a draft',
    policy: own,
    params: DossierParams,
    command: true,
    status: 201,
    body: contract.Submit,
    response: contract.Acknowledgement,
    problems: ['form-invalid', 'file-missing', 'unknown-place', 'draft-changed', 'already-submitted', 'not-found'],
  })
  async submit(
    @TheCommand() { me, dossier, body: asked, headers, reply }: Asked<z.infer<typeof contract.Submit>>,
  ): Promise<z.infer<typeof contract.Acknowledgement>> {
    const { key, wait } = headers;
    const { door, types, calendars, settings } = this;
    const waiter = this.waiting.for(dossier, wait);
    try {
      const request = { account: me.id, dossier, key, version: asked.version };
      const { body } = await submit({ door, types, calendars, secret: settings.SECRET_KEY }, request);
      const told = body as Omit<z.infer<typeof contract.Acknowledgement>, 'pin'>;
      const isCarried = await waiter.past(told.sequence);
      answerHeaders(reply, told.sequence, headers);
      return { ...told, inTransit: !isCarried, pin: pinOf(settings.SECRET_KEY, dossier) };
    } finally {
      waiter.end();
    }
  }

  private as<T>(me: Account, work: (transaction: Transaction) => Promise<T>, dossier?: string): Promise<T> {
    return this.door.asActor({ kind: 'account', account: me.id, dossier }, work);
  }
}

/** Contracts are written for JSON, which knows no readonly. */
function mutable<T>(
  value: T,
): T extends object ? { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] } : T {
  return value as never;
}
