import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { dropFilter, dropPhrase, keepPhrase, phrases, savedFilters, saveFilter } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door, type Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { z } from 'zod';
import * as contract from '../contract/drawer';
import { Operation, type Policy } from '../http/operation';
import { Me } from '../http/requests';

const policy: Policy = { action: 'read', subject: 'Inbox' };

/** What officials keep for themselves. Their pages make the ids, so that saving twice is saving once. */
@Controller()
export class DrawerController {
  constructor(@Inject(Door) private readonly door: Door) {}

  @Get('filters')
  @Operation({
    id: 'savedFilters',
    tag: 'desk',
    summary: 'My saved filters of the inbox',
    policy,
    response: contract.SavedFilter.array(),
  })
  filters(@Me() me: Account): Promise<z.infer<typeof contract.SavedFilter>[]> {
    return this.as(me, async (transaction) => [...(await savedFilters(transaction, me.id))]);
  }

  @Put('filters/:filter')
  @Operation({
    id: 'saveFilter',
    tag: 'desk',
    summary: 'Save a filter, or change one',
    policy,
    params: contract.FilterParams,
    body: contract.SaveFilter,
    status: 204,
    problems: ['drawer-full'],
  })
  async saveFilter(
    @Me() me: Account,
    @Param() { filter: id }: z.infer<typeof contract.FilterParams>,
    @Body() saved: z.infer<typeof contract.SaveFilter>,
  ): Promise<void> {
    await this.as(me, (transaction) => orFull(saveFilter(transaction, me.id, { id, ...saved })));
  }

  @Delete('filters/:filter')
  @Operation({
    id: 'dropFilter',
    tag: 'desk',
    summary: 'Throw a saved filter away',
    policy,
    params: contract.FilterParams,
    status: 204,
  })
  async dropFilter(@Me() me: Account, @Param() { filter }: z.infer<typeof contract.FilterParams>): Promise<void> {
    await this.as(me, (transaction) => dropFilter(transaction, me.id, filter));
  }

  @Get('phrases')
  @Operation({
    id: 'phrases',
    tag: 'desk',
    summary: 'Sentences that I keep, the newest first',
    policy,
    response: contract.Phrase.array(),
  })
  phrases(@Me() me: Account): Promise<z.infer<typeof contract.Phrase>[]> {
    return this.as(me, async (transaction) => [...(await phrases(transaction, me.id))]);
  }

  @Put('phrases/:phrase')
  @Operation({
    id: 'keepPhrase',
    tag: 'desk',
    summary: 'Keep a sentence',
    policy,
    params: contract.PhraseParams,
    body: contract.KeepPhrase,
    status: 204,
    problems: ['drawer-full'],
  })
  async keepPhrase(
    @Me() me: Account,
    @Param() { phrase: id }: z.infer<typeof contract.PhraseParams>,
    @Body() { text }: z.infer<typeof contract.KeepPhrase>,
  ): Promise<void> {
    await this.as(me, (transaction) => orFull(keepPhrase(transaction, me.id, { id, text })));
  }

  @Delete('phrases/:phrase')
  @Operation({
    id: 'dropPhrase',
    tag: 'desk',
    summary: 'Throw a kept sentence away',
    policy,
    params: contract.PhraseParams,
    status: 204,
  })
  async dropPhrase(@Me() me: Account, @Param() { phrase }: z.infer<typeof contract.PhraseParams>): Promise<void> {
    await this.as(me, (transaction) => dropPhrase(transaction, me.id, phrase));
  }

  private as<T>(me: Account, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'account', account: me.id }, work);
  }
}

async function orFull(kept: Promise<boolean>): Promise<void> {
  if (!(await kept)) throw new Problem('drawer-full');
}
