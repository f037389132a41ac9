import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { dropMark, marksOf, putMark, type TalkParts } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { z } from 'zod';
import { DossierParams } from '../contract/common';
import * as contract from '../contract/marks';
import { Operation, type Policy } from '../http/operation';
import { Me } from '../http/requests';

type MarkParams = z.infer<typeof contract.MarkParams>;
const policy: Policy = { action: 'read', subject: 'Inbox' };

/** What is marked of a dossier, shared by everybody who is at work on it, to be asked for in one request. */
@Controller('dossiers/:dossier/marks')
export class MarksController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
  ) {}

  @Get()
  @Operation({
    id: 'marks',
    tag: 'marks',
    summary: 'What officials have marked, to be asked for together',
    policy,
    params: DossierParams,
    response: contract.Marks,
    problems: ['not-found'],
  })
  async marks(
    @Me() me: Account,
    @Param() { dossier }: z.infer<typeof DossierParams>,
  ): Promise<z.infer<typeof contract.Marks>> {
    const { items, mayMark } = await this.of(me, dossier, (parts) => marksOf(parts, dossier, me.id));
    return { mayMark, items: [...items] };
  }

  @Put(':mark')
  @Operation({
    id: 'putMark',
    tag: 'marks',
    summary: 'Mark something, or write the reason of a mark of mine',
    policy,
    params: contract.MarkParams,
    body: contract.PutMark,
    status: 204,
    problems: ['not-found', 'may-not-ask-supplement', 'already-marked', 'drawer-full'],
  })
  async put(
    @Me() me: Account,
    @Param() { dossier, mark: id }: MarkParams,
    @Body() marking: z.infer<typeof contract.PutMark>,
  ): Promise<void> {
    await this.of(me, dossier, (parts) => putMark(parts, dossier, me.id, { id, ...marking }));
  }

  @Delete(':mark')
  @Operation({
    id: 'dropMark',
    tag: 'marks',
    summary: 'Take a mark away: mine, or any where I have the task',
    policy,
    params: contract.MarkParams,
    status: 204,
    problems: ['not-found'],
  })
  async drop(@Me() me: Account, @Param() { dossier, mark }: MarkParams): Promise<void> {
    await this.of(me, dossier, (parts) => dropMark(parts, dossier, me.id, mark));
  }

  private of<T>({ id: account }: Account, dossier: string, work: (parts: TalkParts) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'account', account, dossier }, (transaction) =>
      work({ transaction, types: this.types }),
    );
  }
}
