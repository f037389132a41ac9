import { type Actor, type Chain, type Command, type DecideContext, taskAt } from '@trinhduyet/approval';
import { dayOf, type WorkingCalendar } from '@trinhduyet/calendar';
import { abilityFor, type AppAbility, type PrincipalPost } from '@trinhduyet/access';
import { heldPosts, postsOf, receptionUnits } from '@trinhduyet/directory';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { PublishedType, RequestTypes } from '@trinhduyet/request-types';
import { subject } from '@casl/ability';
import { checkedDocument, checkedEntry } from './documents';
import type { CommandInput, CommandRequest } from './input';
import { reasonNote, reference, revisionOf } from './kept';
import { preparePapers, prepareTranscript } from './paper-form';
import type { Loaded } from './load';
import { along } from './read-model';
import { prepareExtension, prepareReception, prepareReceptionRefusal, prepareSupplementRequest } from './one-stop';
import { outcomePaper } from './outcome-paper';
import { type PersonColumns, personColumns } from './person';
import type { Rows } from './record';

/** All that a command needs beside the core: read and checked in its own transaction. */
export interface Setting {
  readonly transaction: Transaction;
  readonly types: RequestTypes;
  readonly calendar: WorkingCalendar;
  readonly secret: string;
  /** Address under which people reach the web: papers lead there. */
  readonly publicUrl: string;
  readonly type: PublishedType;
  readonly chain: Chain;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly seen?: number;
}

/** What goes to the core, and what is stored with it if the core agrees. */
export interface Prepared {
  readonly command: Command;
  readonly rows: Rows;
  readonly person?: PersonColumns;
  readonly context?: Partial<DecideContext>;
  /** Which chain the dossier climbs afterwards, where the command binds it to another. */
  readonly chain?: Chain;
}

/** Turns what a person asked for into a command of the core. Faults of form and paper are problems here, before the core is asked. */
export async function prepare(setting: Setting, { input }: CommandRequest): Promise<Prepared> {
  switch (input.type) {
    case 'receive':
      return prepareReception(setting, input.task);
    case 'refuseReception':
      return prepareReceptionRefusal(setting, input);
    case 'askSupplement':
      return prepareSupplementRequest(setting, input);
    case 'extend':
      return prepareExtension(setting, input);
    case 'forwardReception':
      return prepareForwarding(setting, input);
    case 'supplement':
      return prepareSupplement(setting, input);
    case 'transcribe':
      return prepareTranscript(setting, input);
    case 'bring':
      return preparePapers(setting, input);
    case 'assign': {
      const posts = await postsOf(setting.transaction, input.to, dayOf(setting.loaded.now));
      return { command: input, rows: {}, context: { assigneePosts: posts } };
    }
    case 'decide':
      return prepareDecision(setting, input);
    case 'addSigner':
    case 'transfer':
    case 'consult':
      return prepareAsking(setting, input);
    case 'cosign':
    case 'opine':
    case 'recall':
    case 'suspend':
    case 'resume':
    case 'withdraw':
    case 'askConsent':
    case 'refuseConsent':
      return withNote(input);
    case 'consent':
    case 'claim':
    case 'release':
    case 'open':
    case 'takeBackAsk':
    case 'urge':
    case 'lookAgain':
      return { command: input, rows: {} };
  }
}

/** Another post is asked, or given the task: one that is held today along the dossier's ladder. */
async function prepareAsking(
  { transaction, loaded }: Setting,
  input: CommandInput & { type: 'addSigner' | 'transfer' | 'consult' },
): Promise<Prepared> {
  const task = taskAt(loaded.state, input.task)?.task;
  const addressees = await heldPosts(transaction, along(loaded.row), [input.post, ...(task ? [task.post] : [])]);
  return { ...withNote(input), context: { addressees } };
}

/** What was written stands in a row of its own; the command names it. */
function withNote<T extends CommandInput & { note?: string }>({ note, ...input }: T): Prepared {
  const row = note ? reasonNote(note) : undefined;
  return { command: { ...input, note: row && reference(row) } as Command, rows: row ? { notes: [row] } : {} };
}

async function prepareForwarding(
  { transaction, loaded }: Setting,
  input: CommandInput & { type: 'forwardReception' },
): Promise<Prepared> {
  const units = await receptionUnits(transaction, loaded.row.communeId, dayOf(loaded.now));
  const note = input.note ? reasonNote(input.note) : undefined;
  return {
    command: { type: 'forwardReception', task: input.task, to: input.to, note: note && reference(note) },
    rows: note ? { notes: [note] } : {},
    context: { receptionUnits: units.map(({ unit }) => unit) },
  };
}

async function prepareSupplement(
  setting: Setting,
  { document }: CommandInput & { type: 'supplement' },
): Promise<Prepared> {
  const { type, loaded, transaction, secret } = setting;
  const { dossierId: dossier, lookupCode } = loaded.fixed;
  const isReceived = loaded.state.status === 'open' && loaded.state.reception !== undefined;
  const place = isReceived ? { before: loaded.document } : { within: loaded.row.communeId };
  const given = { document, dossier, day: dayOf(loaded.now), ...place };
  const checked = await checkedDocument(transaction, type, given);
  const revision = revisionOf(type, checked, loaded.revision + 1);
  const person = personColumns(type, checked, { secret, lookupCode });
  const village = person.villageId ?? undefined;
  return { command: { type: 'supplement', revision: reference(revision), village }, rows: { revision }, person };
}

async function prepareDecision(setting: Setting, input: CommandInput & { type: 'decide' }): Promise<Prepared> {
  const entry = checkedEntry(setting, input);
  const note = input.note ? reasonNote(input.note) : undefined;
  const { task, outcome, returnTo } = input;
  const paper = await outcomePaper(setting, input);
  return {
    command: {
      type: 'decide',
      task,
      outcome,
      returnTo,
      note: note && reference(note),
      entry: entry?.row && reference(entry.row),
      amount: entry?.amount,
      paper: paper && reference(paper),
    },
    rows: {
      ...(note ? { notes: [note] } : {}),
      paper,
      ...(entry?.row ? { entry: entry.row, number: entry.number } : {}),
    },
  };
}

/** Who asks, from the posts read in this transaction. What the person may not even try is a problem, not a refusal. */
export function actorOf(input: CommandInput, account: string, posts: readonly PrincipalPost[], { row }: Loaded): Actor {
  const ability: AppAbility = abilityFor({ account, posts });
  const dossier = subject('Dossier', { ...row });
  if (input.type === 'supplement' || input.type === 'withdraw') {
    if (ability.cannot('write', dossier)) throw new Problem('forbidden');
    return { kind: 'applicant', account };
  }
  if (input.type === 'urge' && row.applicantId === account) return { kind: 'applicant', account };
  if (input.type === 'lookAgain') {
    if (ability.cannot('administer', dossier)) throw new Problem('forbidden');
    return { kind: 'administrator', account };
  }
  if (ability.cannot('decide', dossier)) throw new Problem('forbidden');
  return { kind: 'official', account, posts };
}
