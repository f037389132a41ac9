import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { archivesOf, numberBlocks, reserveNumbers } from '@trinhduyet/dossiers';
import type { Account } from '@trinhduyet/identity';
import { Door, type Transaction } from '@trinhduyet/persistence';
import { type PublishedType, RequestTypes } from '@trinhduyet/request-types';
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
    const served = await archivedBy(transaction, day);
    const blocks = await numberBlocks(transaction);
    return {
      units: [
        ...(await transaction.query<{ unit: string; name: string }>(
          'SELECT unit_id AS unit, name FROM unit WHERE unit_id = ANY ($1) ORDER BY name',
          [archivesOf(transaction.posts)],
        )),
      ],
      registers: registersOf(types, served),
      year: Number(day.slice(0, 4)),
      blocks: blocks.map((block) => ({ ...block, used: [...block.used] })),
    };
  }
}

interface Served {
  readonly tier: string;
  readonly function: string;
}

/** Which functions the offices serve whose văn thư somebody is. */
function archivedBy(transaction: Transaction, day: string): Promise<readonly Served[]> {
  const offices = transaction.posts.filter(({ duty }) => duty === 'archivist').map(({ office }) => office);
  return transaction.query<Served>(
    `SELECT u.tier, f.function FROM office_function f JOIN unit u USING (unit_id)
     WHERE f.office_id = ANY ($1) AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR $2::date < f.valid_to)`,
    [offices, day],
  );
}

/** Symbols of the papers that are numbered there: each is a register of its own. */
function registersOf(types: readonly PublishedType[], served: readonly Served[]): string[] {
  const symbols = types.flatMap(({ chains, papers }) =>
    chains.flatMap(({ chain }) =>
      chain.steps.flatMap((step) => {
        if (step.kind !== 'review' || !step.numbers) return [];
        const { who, numbers } = step;
        const isTheirs = served.some((each) => each.tier === who.tier && each.function === who.function);
        return isTheirs ? (papers[numbers.paper]?.symbol ?? []) : [];
      }),
    ),
  );
  return [...new Set(symbols)].sort();
}
