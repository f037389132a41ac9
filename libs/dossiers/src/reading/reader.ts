import { subject } from '@casl/ability';
import { abilityFor, classesSeen, type DossierRow, mayRead, type PrincipalPost } from '@trinhduyet/access';
import {
  type Actor,
  awaitsTranscript,
  type Chain,
  type Place,
  reviewOf,
  pinsOf,
  transcriberOf,
} from '@trinhduyet/approval';
import { type FieldClass, projected, type Projection } from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { PublishedForm, PublishedType, RequestTypes } from '@trinhduyet/request-types';
import type { FileLine } from './dossier-page';
import type { PageRow } from './page-row';

type State = PageRow['state'];

/** Somebody who looks at one dossier, with the posts that they hold now. */
export interface Reader {
  readonly account: string;
  readonly posts: readonly PrincipalPost[];
  readonly row: DossierRow;
}

const isApplicant = ({ account, row }: Reader) => row.applicantId === account;

/** As whom the reader acts. Whoever may neither read the dossier nor administer it while it is stuck learns nothing of it. */
export function actorOfReader(reader: Reader, state: State): Actor {
  const { account, posts, row } = reader;
  if (isApplicant(reader)) return { kind: 'applicant', account };
  const ability = abilityFor(reader);
  if (mayRead(ability, row)) return { kind: 'official', account, posts };
  const isStuck = state.status === 'open' && state.places.some(({ stuck }) => stuck !== undefined);
  if (isStuck && ability.can('administer', subject('Dossier', { ...row }))) return { kind: 'administrator', account };
  throw new Problem('not-found');
}

/** What a permission shows, and what the step at hand needs: a village head sees no citizen number, a surveyor does. */
export function classesFor(reader: Reader, chain: Chain, state: State): readonly FieldClass[] {
  const seen = classesSeen(abilityFor(reader), reader.row);
  const held = new Set(reader.posts.map(({ post }) => post));
  const places = state.status === 'open' ? state.places : [];
  // Whoever types in the paper form has all of it in the hand.
  if (awaitsTranscript(state) && transcriberOf(state, { kind: 'official', ...reader })) return EVERY_CLASS;
  const atHand = places.filter(({ asked }) => asked.some(({ post }) => held.has(post)));
  const needed = atHand.flatMap((place) => reviewOf(chain, matterOf(places, place))?.sees ?? EVERY_CLASS);
  return [...new Set([...seen, ...needed])];
}

/** The step whose matter it is: of an opinion the one that asked for it. */
function matterOf(places: readonly Place[], { step, beside }: Place): string {
  return places.find(({ key }) => key === beside?.place)?.step ?? step;
}
const EVERY_CLASS: readonly FieldClass[] = ['public', 'personal', 'sensitive'];

/** A step's entry as far as its reader may see it. One whose form is not known shows nothing. */
export function entrySeen(
  form: PublishedForm | undefined,
  document: PageRow['revisions'][0]['document'],
  sees: readonly FieldClass[],
): Projection {
  return form ? projected(form.plan, document, sees) : { data: {}, access: {} };
}

/** A photo or scan is as private as the field that it answers; one of no known field is the most private. */
export function isFileSeen(
  form: PublishedForm,
  { field }: Pick<FileLine, 'field'>,
  sees: readonly FieldClass[],
): boolean {
  const planned = form.plan.fields.find(({ pointer }) => pointer === field);
  return sees.includes(planned && planned.widget !== 'group' ? planned.class : 'sensitive');
}

const ROW = `
SELECT applicant_id AS "applicantId", commune_id AS "communeId", district_id AS "districtId", province_id AS "provinceId",
  reception_unit_id AS "receptionUnitId", village_id AS "villageId", state FROM dossier WHERE dossier_id = $1`;

/** For papers and what is written about a dossier: whoever may read it. A draft is its owner's alone, as the door sees to. */
export async function requireReadable(transaction: Transaction, id: string, account: string): Promise<void> {
  await readable(transaction, id, account);
}

/** For a file: whoever may read the dossier, and the field that the file answers. */
export async function requireFileSeen(
  { transaction, types }: { transaction: Transaction; types: RequestTypes },
  id: string,
  { account, field }: { account: string; field: string },
): Promise<void> {
  const found = await readable(transaction, id, account);
  if (!found) return;
  const { reader, state } = found;
  const { type, chain } = await types.pinned(transaction, pinsOf(state));
  const sees = classesFor(reader, chain, state);
  if (!isFileSeen(type.form, { field }, sees)) throw new Problem('not-found');
}

/** For a paper: whoever may read the dossier; what offices send each other on the way is not the applicant's. */
export async function requirePaperSeen(
  { transaction, types }: { transaction: Transaction; types: RequestTypes },
  id: string,
  { account, paper }: { account: string; paper: string },
): Promise<void> {
  const found = await readable(transaction, id, account);
  if (found && !isApplicant(found.reader)) return;
  const drawn = await transaction.one<{ kind: string }>(
    'SELECT kind FROM paper WHERE dossier_id = $1 AND paper_id = $2',
    [id, paper],
  );
  if (!found || !drawn) throw new Problem('not-found');
  const { chain } = await types.pinned(transaction, pinsOf(found.state));
  if (isBetweenOffices(chain, drawn.kind)) throw new Problem('not-found');
}

/** A paper that goes up the ladder with the dossier: drawn up by an outcome, not issued by a step of its own. */
export function isBetweenOffices(chain: Chain, kind: string): boolean {
  return chain.steps.some((step) => step.kind === 'review' && step.outcomes.some(({ paper }) => paper === kind));
}

/** Officials who read a dossier, with what goes by their permission; to its applicant there is nothing of this. */
export async function requireColleague(
  { transaction, types }: { transaction: Transaction; types: RequestTypes },
  id: string,
  account: string,
): Promise<{ readonly reader: Reader; readonly state: State; readonly type: PublishedType; readonly chain: Chain }> {
  const found = await readable(transaction, id, account);
  if (!found || isApplicant(found.reader)) throw new Problem('not-found');
  return { ...found, ...(await types.pinned(transaction, pinsOf(found.state))) };
}

async function readable(transaction: Transaction, id: string, account: string) {
  const found = await transaction.one<DossierRow & { state: State }>(ROW, [id]);
  if (!found) return undefined;
  const { state, ...row } = found;
  const reader = { account, posts: transaction.posts, row };
  // Administering a dossier that is stuck shows where it stands, not what is in it.
  if (actorOfReader(reader, state).kind === 'administrator') throw new Problem('not-found');
  return { reader, state };
}
