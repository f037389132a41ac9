import { type Chain, decide, type Decision, type DossierState, inTransit, pinsOf } from '@trinhduyet/approval';
import type { Calendars } from '@trinhduyet/directory';
import { type Door, type DoorActor, type Transaction, violatedConstraint } from '@trinhduyet/persistence';
import { CATALOGUE, Problem } from '@trinhduyet/problems';
import type { PublishedType, RequestTypes } from '@trinhduyet/request-types';
import type { Journals } from '../journals';
import { accepted, type Answer, refusalOf, refused, requestDigest, sameAnswer } from './answer';
import type { CommandRequest } from './input';
import { answerGiven, type Loaded, lockAndLoad } from './load';
import type { PersonColumns } from './person';
import { actorOf, prepare, type Prepared } from './prepare';
import { record, recordAnswer } from './record';

export interface DossierServiceParts {
  readonly door: Door;
  readonly types: RequestTypes;
  readonly calendars: Calendars;
  readonly journals: Journals;
  readonly secret: string;
  readonly publicUrl: string;
}

/** The one writer: everything that a person does to a dossier after its submission goes through `give`. */
export class DossierService {
  constructor(private readonly parts: DossierServiceParts) {}

  /**
   * Carries out a command, or throws the problem that it was refused with. The same key and content get the same answer
   * again, whatever has happened since; the same key with other content is refused.
   */
  async give(request: CommandRequest): Promise<Answer> {
    const answer = await this.inTransaction(request).catch((error: unknown) => {
      const constraint = violatedConstraint(error) ?? '';
      if (/^idempotency.*_pkey$/.test(constraint)) return this.answerOfFirst(request);
      if (constraint === 'paper_number_pkey') throw new Problem('number-taken');
      throw error;
    });
    const refusal = refusalOf(answer);
    if (!refusal) return answer;
    const { account, dossier, input } = request;
    this.parts.journals.refused({ account, dossier, command: input.type, code: refusal.code });
    throw new Problem(refusal.code, refusal.from === undefined ? {} : { from: refusal.from });
  }

  private inTransaction(request: CommandRequest): Promise<Answer> {
    const { account, dossier, key } = request;
    const digest = digestOf(request);
    const actor: DoorActor = { kind: 'account', account, lock: true, dossier };
    const load = (transaction: Transaction) => lockAndLoad(transaction, dossier, { key, account });
    return this.parts.door.asActorWith(actor, load, async (transaction, loaded) => {
      const answered = loaded ? loaded.answered : await answerGiven(transaction, { key, account });
      if (answered) return sameAnswer(answered, digest);
      if (!loaded) throw new Problem('not-found');
      return this.judge(transaction, loaded, request, digest);
    });
  }

  private async judge(
    transaction: Transaction,
    loaded: Loaded,
    request: CommandRequest,
    digest: Buffer,
  ): Promise<Answer> {
    const { account, key, seen, input } = request;
    const actor = actorOf(input, account, transaction.posts, loaded);
    const { type, chain } = await this.pinned(transaction, loaded.state);
    const { types, calendars, secret, publicUrl } = this.parts;
    const calendarOf = await calendars.at(transaction, loaded.calendarVersion);
    const calendar = calendarOf(loaded.row.communeId);
    const prepared = await prepare(
      { transaction, types, calendar, secret, publicUrl, type, chain, loaded, actor, seen },
      request,
    );
    const context = { at: loaded.now, actor, calendar, calendarOf, seen, ...prepared.context };
    const decision = decide(chain, loaded.state, prepared.command, context);
    if (!decision.ok) return this.refuse(transaction, request, digest, decision);
    const reached = await this.store(transaction, loaded, { prepared, chain, decision, account, key, digest });
    return answerOf(loaded, reached);
  }

  private store(transaction: Transaction, loaded: Loaded, given: Given): Promise<DossierState> {
    const { prepared, chain, decision, account, key, digest } = given;
    const { fixed, row, state, head, now } = loaded;
    return record(transaction, {
      row,
      head,
      account,
      at: now,
      before: state,
      events: decision.events,
      rows: prepared.rows,
      fixed: prepared.person ? { ...fixed, ...listed(prepared.person) } : fixed,
      person: prepared.person,
      chain: prepared.chain ?? chain,
      answer: { key, digest, of: (reached) => answerOf(loaded, reached) },
    });
  }

  private async refuse(
    transaction: Transaction,
    { account, key }: CommandRequest,
    digest: Buffer,
    decision: Decision & { ok: false },
  ): Promise<Answer> {
    const answer = refused(CATALOGUE[decision.refusal.code].status, decision.refusal);
    await recordAnswer(transaction, { account, key, digest, answer });
    return answer;
  }

  /** Another copy of the same command came first: its answer is ours. */
  private async answerOfFirst(request: CommandRequest): Promise<Answer> {
    const { account, key } = request;
    return this.parts.door.asActor({ kind: 'account', account }, async (transaction) => {
      const answered = await answerGiven(transaction, { key, account });
      if (!answered) throw new Problem('key-reused');
      return sameAnswer(answered, digestOf(request));
    });
  }

  private async pinned(transaction: Transaction, state: DossierState): Promise<{ type: PublishedType; chain: Chain }> {
    if (state.status === 'unsubmitted') throw new Problem('not-submitted');
    return this.parts.types.pinned(transaction, pinsOf(state));
  }
}

interface Given {
  readonly prepared: Prepared;
  readonly chain: Chain;
  readonly decision: Decision & { ok: true };
  readonly account: string;
  readonly key: string;
  readonly digest: Buffer;
}

const listed = ({ maskedName, villageId }: PersonColumns) => ({ maskedName, villageId });

function answerOf({ fixed }: Loaded, state: DossierState): Answer {
  return accepted({ dossier: fixed.dossierId, sequence: state.sequence, inTransit: inTransit(state) });
}

function digestOf({ dossier, input, seen }: CommandRequest): Buffer {
  return requestDigest({ dossier, input, seen });
}
