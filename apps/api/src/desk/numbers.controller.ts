import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { archives, numberBlocks, registersServed, reserveNumbers } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door, type Transaction } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { z } from 'zod';
import * as contract from '../contract/numbers';
import { Operation } from '../http/operation';
import { Me } from '../http/requests';
import { today } from '../today';

type View = z.infer<typeof contract.Numbers>;

/** Numbers that a văn thư sets aside for papers of this system. */
@Controller('desk/numbers')
export class NumbersController {
  constructor(
    @Inject(Door) private readonly door: Door,
    private readonly types: RequestTypes,
  ) {}

  @Get()
  @Operation({
    id: 'numbers',
    tag: 'desk',
    summary: 'Numbers set aside in my units, and which of them are given',
    policy: { action: 'read', subject: 'Inbox' },
    response: contract.Numbers,
  })
  all(@Me() me: Account): Promise<View> {
    return this.door.asActor({ kind: 'account', account: me.id }, (transaction) => this.view(transaction));
  }

  @Post()
  @Operation({
    id: 'reserveNumbers',
    tag: 'desk',
    summary: 'Set numbers aside for a register and year',
    policy: { action: 'read', subject: 'Inbox' },
    body: contract.ReserveNumbers,
    status: 201,
    response: contract.Numbers,
    problems: ['forbidden', 'block-overlaps'],
  })
  reserve(@Me() me: Account, @Body() block: z.infer<typeof contract.ReserveNumbers>): Promise<View> {
    return this.door.asActor({ kind: 'account', account: me.id }, async (transaction) => {
      await reserveNumbers(transaction, me.id, block);
      return this.view(transaction);
    });
  }

  private async view(transaction: Transaction): Promise<View> {
    const day = await today(transaction);
    const types = await this.types.inForceOn(transaction, day);
    const blocks = await numberBlocks(transaction);
    return {
      units: [...(await archives(transaction))],
      registers: await registersServed(transaction, types, day),
      year: Number(day.slice(0, 4)),
      blocks: blocks.map((block) => ({ ...block, used: [...block.used] })),
    };
  }
}
