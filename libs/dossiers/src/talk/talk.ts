import { addDays, dayOf } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { RequestTypes } from '@trinhduyet/request-types';
import { compareNames } from '@trinhduyet/text';
import { classesFor, requireColleague } from '../reading/reader';
import { A_PAGE, type NoteClass, notesOf, type TalkNote, unreadOf } from './notes';
import { peopleOf, type Person } from './people';

export interface TalkParts {
  readonly transaction: Transaction;
  readonly types: RequestTypes;
}

export type Colleague = Awaited<ReturnType<typeof requireColleague>>;

/** A complaint about a decision may be lodged within 90 days (Luật Khiếu nại 2011, Điều 9): until then there is something to say. */
const DAYS_AFTER_THE_END = 90;

export interface TalkPage {
  readonly notes: readonly TalkNote[];
  /** From where the next page, of older notes, goes on. */
  readonly next?: number;
  readonly seen: number;
  readonly unread: number;
  /** Of an ended dossier: the last day on which something may be said. */
  readonly openUntil?: string;
  readonly isOpen: boolean;
  readonly seesSensitive: boolean;
}

/**
 * The notes of a dossier, the latest first.
 *
 * @throws `not-found` for whoever may not read the dossier, and for its applicant
 */
export async function talkOf(
  { transaction, types }: TalkParts,
  dossier: string,
  { account, before }: { readonly account: string; readonly before?: number },
): Promise<TalkPage> {
  const colleague = await requireColleague({ transaction, types }, dossier, account);
  const seesSensitive = sees(colleague, 'sensitive');
  const asked = { dossier, account, seesSensitive, seesPhotos: seesPhotos(colleague), before };
  const notes = await notesOf(transaction, asked);
  const shown = notes.slice(0, A_PAGE);
  return {
    notes: shown,
    next: notes.length > A_PAGE ? shown.at(-1)?.number : undefined,
    ...(await unreadOf(transaction, asked)),
    openUntil: openUntil(colleague),
    isOpen: isOpen(colleague, await transaction.now()),
    seesSensitive,
  };
}

/** Remembers up to which note somebody has read; never back. */
export async function haveSeen(
  { transaction, types }: TalkParts,
  dossier: string,
  { account, number }: { readonly account: string; readonly number: number },
): Promise<void> {
  await requireColleague({ transaction, types }, dossier, account);
  await transaction.query(
    `INSERT INTO talk_seen (dossier_id, account_id, number)
     SELECT $1, $2, least($3, max(number)) FROM talk_note WHERE dossier_id = $1 HAVING count(*) > 0
     ON CONFLICT (dossier_id, account_id) DO UPDATE SET number = greatest(talk_seen.number, excluded.number)`,
    [dossier, account, number],
  );
}

export interface Mentionable extends Pick<Person, 'account' | 'name' | 'title' | 'office'> {
  readonly seesSensitive: boolean;
}

/** Who may be called into the talk: colleagues who may read the dossier, sorted by given name. */
export async function mentionable(
  { transaction, types }: TalkParts,
  dossier: string,
  account: string,
): Promise<readonly Mentionable[]> {
  const colleague = await requireColleague({ transaction, types }, dossier, account);
  const people = await peopleOf(transaction, colleague.reader.row);
  return people
    .filter((person) => person.account !== account)
    .map(({ posts, ...person }) => ({
      ...person,
      seesSensitive: sees(
        { ...colleague, reader: { ...colleague.reader, account: person.account, posts } },
        'sensitive',
      ),
    }))
    .sort((a, b) => compareNames(a.name, b.name));
}

export function sees({ reader, chain, state }: Colleague, privacy: NoteClass): boolean {
  return privacy === 'personal' || classesFor(reader, chain, state).includes('sensitive');
}

/** Photos of a talk show what those of the form show: whoever may not see the one sees not the other. */
export function seesPhotos(colleague: Colleague): boolean {
  const classes = colleague.type.form.plan.fields.flatMap((field) => (field.widget === 'photos' ? [field.class] : []));
  return !classes.includes('sensitive') || sees(colleague, 'sensitive');
}

function openUntil({ state }: Colleague): string | undefined {
  return state.status === 'ended' ? addDays(dayOf(state.endedAt), DAYS_AFTER_THE_END) : undefined;
}

export function isOpen(colleague: Colleague, now: string): boolean {
  const until = openUntil(colleague);
  return until === undefined || dayOf(now) <= until;
}

export function requireOpen(colleague: Colleague, now: string): void {
  if (!isOpen(colleague, now)) throw new Problem('talk-closed');
}
