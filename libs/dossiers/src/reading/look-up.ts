import { type Chain, type DossierState, heading, pinsOf } from '@trinhduyet/approval';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { LocalText } from '@trinhduyet/programme';
import type { RequestTypes } from '@trinhduyet/request-types';
import { timingSafeEqual } from 'node:crypto';
import { pinOf } from '../writing/secrets';
import { wordsFor } from './words';

export interface LookedUp {
  readonly code: string;
  readonly title: LocalText;
  readonly status: 'open' | 'ended';
  readonly ending: string | null;
  readonly step: LocalText | null;
  readonly office: string | null;
  readonly promisedOn: string | null;
  readonly submittedAt: string;
  readonly training: boolean;
}

interface Found {
  readonly dossier_id: string;
  readonly request_type: string;
  readonly state: Exclude<DossierState, { status: 'unsubmitted' }>;
  readonly training: boolean;
}

/** State and next step of a dossier for whoever has its code and PIN: nothing personal, and one answer for every mistake. */
export async function lookUp(
  transaction: Transaction,
  types: RequestTypes,
  secret: string,
  given: { code: string; pin: string },
): Promise<LookedUp> {
  const code = codeAsPrinted(given.code);
  const found = await transaction.one<Found>('SELECT * FROM door.look_up($1)', [code]);
  const isRight = samePin(found ? pinOf(secret, found.dossier_id) : '000000', given.pin);
  if (!found || !isRight) throw new Problem('wrong-pin');
  const { state, training } = found;
  const { type, chain } = await types.pinned(transaction, pinsOf(state));
  return {
    code: state.reception?.code ?? code,
    title: type.definition.title,
    status: state.status,
    training,
    ending: state.status === 'ended' ? state.ending : null,
    ...(await standing(transaction, chain, state)),
    promisedOn: state.reception?.promisedOn ?? null,
    submittedAt: state.submission.at,
  };
}

/** At which step, in the applicant's words, and with which office. In transit it is the step that comes next. */
async function standing(transaction: Transaction, chain: Chain, state: Found['state']) {
  const [place] = state.status === 'open' ? state.places : [];
  if (!place) return { step: null, office: null };
  const step = place.settled ? heading(chain, state)[0] : place.step;
  const office = await transaction.one<{ name: string }>('SELECT name FROM office WHERE office_id = $1', [
    place.asked[0]?.office ?? '',
  ]);
  return { step: step === undefined ? null : wordsFor(chain, step), office: office?.name ?? null };
}

/** The code as the receipt prints it, from how people type it: in small letters, with spaces, without the hyphen. */
export function codeAsPrinted(code: string): string {
  const bare = code.replace(/\s/g, '').toUpperCase();
  return bare.replace(/^([0-9A-Z]{3})([0-9A-Z]{3})$/, '$1-$2');
}

function samePin(expected: string, given: string): boolean {
  return expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}
