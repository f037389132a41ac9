import {
  advance,
  type Calendars,
  type Chain,
  decide,
  type Decision,
  type DossierEvent,
  fold,
  inTransit,
  ladderOf,
  type Open,
  UNSUBMITTED,
} from '@trinhduyet/approval';
import { dayOf } from '@trinhduyet/calendar';
import { readUnits, receptionUnits } from '@trinhduyet/directory';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { v7 } from 'uuid';
import { accepted, type Answer, requestDigest, retried, sameAnswer } from '../writing/answer';
import { NO_EVENT } from '../writing/chaining';
import { knownDocument } from '../writing/documents';
import type { CommandInput } from '../writing/input';
import { revisionOf } from '../writing/kept';
import { answerGiven, type Loaded } from '../writing/load';
import { requireOfChecklist } from '../writing/paper-form';
import { prepare, type Prepared } from '../writing/prepare';
import { record } from '../writing/record';
import { randomLookupCode } from '../writing/secrets';
import { birthOf, submission, type SubmissionParts } from '../writing/submission';
import { findWay } from '../writing/way';
import { knownAnswers } from './known-answers';
import { ownReception, type Reception } from './reception';
import { type KnownPerson, Register } from './register';

/** Who stands at the counter: somebody of the register, or a card that the register does not know yet. */
export type Comer =
  | { readonly id: string }
  | { readonly citizenNumber: string; readonly name: string; readonly dateOfBirth?: string; readonly sex: 'M' | 'F' };

/** What reception does with the papers at once: receive (form 01), ask for what is missing (02), or refuse (03). */
export type CounterAct =
  | { readonly type: 'receive' }
  | Omit<CommandInput & { readonly type: 'askSupplement' }, 'task'>
  | Omit<CommandInput & { readonly type: 'refuseReception' }, 'task'>;

export interface CounterFiling {
  readonly account: string;
  readonly key: string;
  /** The reception where the clerk sits. */
  readonly unit: string;
  readonly requestType: string;
  readonly person: Comer;
  readonly phone?: string;
  readonly place: { readonly commune: string; readonly village?: string };
  /** Keys of the checklist: what was handed over. */
  readonly papers: readonly string[];
  readonly act: CounterAct;
}

/** Another dossier has the code, or another counter has just added the person. */
const TRY_AGAIN = /^(?:dossier_lookup_code_idx|person_subject_idx)$/;

/** Beside what a submission needs: the address that papers lead to. */
export interface CounterParts extends SubmissionParts {
  readonly publicUrl: string;
}

/**
 * Files a paper dossier and receives it (or asks for papers, or refuses) in one transaction: what the clerk hands over the
 * counter is certain the moment it is answered. The same key gets the same answer.
 */
export function fileAtCounter(parts: CounterParts, filing: CounterFiling): Promise<Answer> {
  return retried(() => attempt(parts, filing), TRY_AGAIN);
}

function attempt(parts: CounterParts, filing: CounterFiling): Promise<Answer> {
  const { account, key } = filing;
  const digest = digestOf(filing);
  return parts.door.asActor({ kind: 'account', account, lock: true }, async (transaction) => {
    // A second copy of the command waits here, and sees what the first was answered.
    await transaction.lock(key);
    const answered = await answerGiven(transaction, { key, account });
    if (answered) return sameAnswer(answered, digest);
    const reception = await ownReception(transaction, filing.unit);
    const dossier = v7();
    await transaction.query('SELECT door.begin_dossier($1)', [dossier]);
    const begun = await begin(parts, transaction, { filing, dossier, reception });
    const { prepared, decision } = await actUpon(parts, transaction, begun);
    const answer = (reached: Parameters<typeof inTransit>[0]) => answerOf(begun, prepared, reached);
    const events = [...begun.events, ...decision.events];
    const state = await record(transaction, {
      ...begun.born,
      events,
      account,
      at: begun.loaded.now,
      before: UNSUBMITTED,
      head: NO_EVENT,
      chain: prepared.chain ?? begun.chain,
      rows: { ...prepared.rows, revision: begun.revision },
      answer: { key, digest, of: answer },
    });
    return answer(state);
  });
}

interface Beginning {
  readonly filing: CounterFiling;
  readonly dossier: string;
  readonly reception: Reception;
}

/** The dossier as it stands at reception, in memory: submitted on behalf, and entered. */
async function begin(parts: SubmissionParts, transaction: Transaction, { filing, dossier, reception }: Beginning) {
  const { types, calendars, secret } = parts;
  const { at, calendarOf } = await calendars.now(transaction);
  const day = dayOf(at);
  const { commune } = filing.place;
  const counting = { calendar: calendarOf(commune), calendarOf };
  await requireReach(transaction, commune, reception.unit, day);
  const type = await types.keyOn(transaction, filing.requestType, day);
  requireOfChecklist(type, filing.papers);
  const { person, account } = await personOf(parts, transaction, filing, reception.training);
  const way = await findWay(transaction, type, { commune, day });
  if (!way) throw new Problem('unknown-place');
  const { ladder, chain } = way;
  const given = knownAnswers(type.definition, person, filing);
  const document = await knownDocument(transaction, type, { document: given, day });
  const revision = revisionOf(type, document, 1);
  const lookupCode = randomLookupCode();
  const born = birthOf({
    dossier,
    applicant: account,
    type,
    document,
    ladder,
    secret,
    lookupCode,
    receptionUnit: reception.unit,
  });
  const actor = { kind: 'official', account: filing.account, posts: transaction.posts } as const;
  const command = submission({
    type,
    chain,
    revision,
    receptionUnit: reception.unit,
    competentUnit: commune,
    village: filing.place.village,
    counter: { applicant: account, papers: filing.papers },
  });
  const submitted = allowed(decide(chain.chain, UNSUBMITTED, command, { at, actor, ...counting }));
  const { events, state } = await atReception(transaction, {
    chain: chain.chain,
    events: submitted.events,
    at,
    counting,
  });
  const { fixed, row } = born;
  const loaded: Loaded = { fixed, row, state, head: NO_EVENT, document, revision: 1, now: at, ...UNTOLD };
  return { filing, type, chain: chain.chain, born, revision, actor, loaded, state, events, counting };
}
type Begun = Awaited<ReturnType<typeof begin>>;
/** What is read with a dossier that is there already. */
const UNTOLD = { clockMovedBy: 0, calendarVersion: 0 };

/** Any commune of the province may receive; a household elsewhere has to go to its own province. */
async function requireReach(transaction: Transaction, commune: string, unit: string, day: string): Promise<void> {
  const units = await receptionUnits(transaction, commune, day);
  if (!units.some((each) => each.unit === unit)) throw new Problem('unknown-place');
}

/** The person of the register, added from the card where it is new; one dossier of a type for one household at a time. */
async function personOf(
  { secret }: SubmissionParts,
  transaction: Transaction,
  filing: CounterFiling,
  training: boolean,
): Promise<{ person: KnownPerson; account: string }> {
  const register = new Register(transaction, secret);
  const person = await found(register, filing, training);
  if (!person || person.training !== training) throw new Problem('not-found');
  if (person.citizenNumber !== null && filing.act.type !== 'refuseReception') {
    // Two counters of one province may have the same household before them.
    const household = person.card.household?.id ?? person.card.id;
    await transaction.lock(`counter:${household}`);
    const open = await register.openDossiers(person.citizenNumber, training);
    if (open.some(({ requestType }) => requestType === filing.requestType)) throw new Problem('duplicate-dossier');
  }
  return { person, account: await register.accountOf(person.card.id) };
}

async function found(register: Register, { person, place, phone, account }: CounterFiling, training: boolean) {
  if ('id' in person) return register.byId(person.id);
  const known = await register.byNumber(person.citizenNumber, training);
  if (known) return known;
  return register.byId(await register.add({ ...person, ...place, phone, training, by: account }));
}

interface Submitted {
  readonly chain: Chain;
  readonly events: readonly DossierEvent[];
  readonly at: string;
  readonly counting: Calendars;
}

/** What a worker would do next, done here: the dossier enters reception, so that the clerk can act at once. */
async function atReception(transaction: Transaction, { chain, events, at, counting }: Submitted) {
  const submitted = fold(events) as Open;
  const directory = await readUnits(
    transaction,
    ladderOf(submitted).map(({ unit }) => unit),
  );
  const entered = advance(chain, submitted, { at, directory, ...counting });
  return { events: [...events, ...entered], state: fold(entered, submitted) as Open };
}

/** Receives, asks for papers or refuses, as the desk would: the same preparation, the same core. */
async function actUpon(parts: CounterParts, transaction: Transaction, begun: Begun) {
  const { filing, type, chain, loaded, actor, state, counting } = begun;
  const task = state.places[0]?.asked[0]?.key ?? '';
  const input = { ...filing.act, task };
  const { types, secret, publicUrl } = parts;
  const { calendar } = counting;
  const setting = { transaction, types, calendar, secret, publicUrl, type, chain, loaded, actor };
  const { account, key } = filing;
  const prepared = await prepare(setting, { account, key, dossier: loaded.fixed.dossierId, input });
  const context = { at: loaded.now, actor, ...counting, ...prepared.context };
  return { prepared, decision: allowed(decide(chain, state, prepared.command, context)) };
}

function allowed(decision: Decision): Decision & { ok: true } {
  if (!decision.ok) throw new Problem(decision.refusal.code);
  return decision;
}

/** What stands on the paper in the applicant's hand; the PIN follows from the id and is never stored. */
function answerOf({ born }: Begun, { rows }: Prepared, state: Parameters<typeof inTransit>[0]): Answer {
  const reception = state.status === 'unsubmitted' ? undefined : state.reception;
  return accepted(
    {
      dossier: born.fixed.dossierId,
      lookupCode: born.fixed.lookupCode,
      code: reception?.code,
      promisedOn: reception?.promisedOn,
      paper: rows.paper?.id,
      sequence: state.sequence,
      inTransit: inTransit(state),
    },
    201,
  );
}

function digestOf({ account: _, key: __, ...filing }: CounterFiling): Buffer {
  return requestDigest({ filing, counter: true });
}
