import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { haveSeen, Journals, mentionable, say, type TalkParts, talkOf, withdrawNote } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { RequestTypes } from '@trinhduyet/request-types';
import type { z } from 'zod';
import { DossierParams } from '../contract/common';
import * as contract from '../contract/talk';
import { Operation, type Policy } from '../http/operation';
import { RateLimit } from '../http/rate-limit';
import { Me } from '../http/requests';

type Params = z.infer<typeof DossierParams>;
type NoteParams = z.infer<typeof contract.NoteParams>;

const policy: Policy = { action: 'read', subject: 'Inbox' };
/** Faster than anybody writes. */
const NOTES_A_MINUTE = 60;

/** What officials say to each other about a dossier; to its applicant there is nothing here. */
@Controller('dossiers/:dossier/talk')
export class TalkController {
  private readonly pace = new RateLimit(NOTES_A_MINUTE);

  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
    private readonly journals: Journals,
  ) {}

  @Get()
  @Operation({
    id: 'talk',
    tag: 'talk',
    summary: 'What officials said about a dossier, the latest first',
    policy,
    params: DossierParams,
    query: contract.TalkQuery,
    response: contract.Talk,
    problems: ['not-found'],
  })
  async talk(
    @Me() me: Account,
    @Param() { dossier }: Params,
    @Query() { before }: z.infer<typeof contract.TalkQuery>,
  ): Promise<z.infer<typeof contract.Talk>> {
    const talk = await this.of(me, dossier, (parts) => talkOf(parts, dossier, { account: me.id, before }));
    if (talk.notes.length > 0) this.journals.read({ account: me.id, dossier, what: 'talk' });
    const notes = talk.notes.map(({ photos, mentions, ...note }) => ({
      ...note,
      photos: [...photos],
      mentions: [...mentions],
    }));
    return { ...talk, notes };
  }

  @Get('people')
  @Operation({
    id: 'mentionable',
    tag: 'talk',
    summary: 'Colleagues who may read the dossier, and so be mentioned',
    policy,
    params: DossierParams,
    response: contract.Mentionable.array(),
    problems: ['not-found'],
  })
  async people(@Me() me: Account, @Param() { dossier }: Params): Promise<z.infer<typeof contract.Mentionable>[]> {
    return [...(await this.of(me, dossier, (parts) => mentionable(parts, dossier, me.id)))];
  }

  @Put('notes/:note')
  @Operation({
    id: 'say',
    tag: 'talk',
    summary: 'Write a note; under the same id it is written once',
    policy,
    params: contract.NoteParams,
    body: contract.Say,
    status: 204,
    problems: ['not-found', 'talk-closed', 'file-missing', 'may-not-mention'],
  })
  async say(
    @Me() me: Account,
    @Param() { dossier, note }: NoteParams,
    @Body() said: z.infer<typeof contract.Say>,
  ): Promise<void> {
    const retryAfter = this.pace.take(me.id);
    if (retryAfter > 0) throw new Problem('too-many-requests', { retryAfter });
    await this.of(me, dossier, (parts) => say(parts, dossier, me.id, { note, ...said }));
  }

  @Post('notes/:note/withdrawal')
  @Operation({
    id: 'withdrawNote',
    tag: 'talk',
    summary: 'Take a note of mine back; its place stays',
    policy,
    params: contract.NoteParams,
    status: 204,
    problems: ['not-found'],
  })
  async withdraw(@Me() me: Account, @Param() { dossier, note }: NoteParams): Promise<void> {
    await this.of(me, dossier, (parts) => withdrawNote(parts, dossier, me.id, note));
  }

  @Put('seen')
  @Operation({
    id: 'haveSeenTalk',
    tag: 'talk',
    summary: 'I have read up to this note',
    policy,
    params: DossierParams,
    body: contract.Seen,
    status: 204,
    problems: ['not-found'],
  })
  async seen(
    @Me() me: Account,
    @Param() { dossier }: Params,
    @Body() { number }: z.infer<typeof contract.Seen>,
  ): Promise<void> {
    await this.of(me, dossier, (parts) => haveSeen(parts, dossier, { account: me.id, number }));
  }

  private of<T>({ id: account }: Account, dossier: string, work: (parts: TalkParts) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'account', account, dossier }, (transaction) =>
      work({ transaction, types: this.types }),
    );
  }
}
