import { type CommandOf, decide, inTransit, UNSUBMITTED } from '@trinhduyet/approval';
import { dayOf, stepDue } from '@trinhduyet/calendar';
import { CALENDAR_VERSION, type Calendars, type LadderUnit } from '@trinhduyet/directory';
import type { Data } from '@trinhduyet/form';
import { unitAt } from '@trinhduyet/org';
import { both, type Door, type Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { PublishedType, RequestTypes } from '@trinhduyet/request-types';
import { accepted, type Answer, requestDigest, retried, sameAnswer } from './answer';
import { NO_EVENT } from './chaining';
import { checkedDocument, textAt } from './documents';
import { reference, type RevisionRow, revisionOf } from './kept';
import { type GivenAnswer, readAnswer } from './load';
import { record } from './record';
import { personColumns } from './person';
import { randomLookupCode } from './secrets';
import { findWay, type PublishedChain } from './way';

export interface SubmissionRequest {
  readonly account: string;
  /** The draft's id becomes the dossier's. */
  readonly dossier: string;
  readonly key: string;
  /** The version of the draft that the person saw on the review page. */
  readonly version: number;
}

export interface SubmissionParts {
  readonly door: Door;
  readonly types: RequestTypes;
  readonly calendars: Calendars;
  readonly secret: string;
}

/** Another dossier has the code, or a second copy of the command was first. */
const TRY_AGAIN = /^(?:dossier_lookup_code_idx|idempotency.*_pkey|event_pkey|dossier_pkey)$/;

/** Turns a draft into a dossier: the acknowledgement is certain the moment it is answered, whatever else is away. */
export function submit(parts: SubmissionParts, request: SubmissionRequest): Promise<Answer> {
  return retried(() => attempt(parts, request), TRY_AGAIN);
}

interface DraftRow {
  readonly request_type: string | null;
  readonly document: Data | null;
  readonly version: number | null;
  readonly now: string;
  readonly calendar_version: number;
  readonly answered: GivenAnswer | null;
  readonly submitted: boolean;
}

async function attempt(
  { door, types, calendars, secret }: SubmissionParts,
  request: SubmissionRequest,
): Promise<Answer> {
  const { account, dossier } = request;
  const load = (transaction: Transaction) => loadDraft(transaction, request);
  return door.asActorWith({ kind: 'account', account, dossier }, load, async (transaction, draft) => {
    const digest = requestDigest({ dossier, version: request.version, submit: true });
    if (draft.answered) return sameAnswer(readAnswer(draft.answered), digest);
    if (draft.submitted) throw new Problem('already-submitted');
    if (draft.request_type === null || draft.document === null) throw new Problem('not-found');
    if (draft.version !== request.version) throw new Problem('draft-changed');
    const day = dayOf(draft.now);
    const type = await types.keyOn(transaction, draft.request_type, day);
    const document = await checkedDocument(transaction, type, { document: draft.document, day, dossier });
    const way = await findWay(transaction, type, { commune: textAt(document, type.definition.roles.commune), day });
    if (!way) throw new Problem('unknown-place');
    const { ladder, chain } = way;
    const revision = revisionOf(type, document, 1);
    const lookupCode = randomLookupCode();
    const born = birthOf({ dossier, applicant: account, type, document, ladder, secret, lookupCode });
    const { communeId: unit } = born.row;
    const village = born.person.villageId ?? undefined;
    const command = submission({ type, chain, revision, receptionUnit: unit, competentUnit: unit, village });
    const actor = { kind: 'applicant', account } as const;
    const calendar = (await calendars.at(transaction, draft.calendar_version))(unit);
    const decision = decide(chain.chain, UNSUBMITTED, command, { at: draft.now, calendar, actor });
    if (!decision.ok) throw new Problem(decision.refusal.code);
    const answerBy = stepDue(calendar, draft.now, chain.chain.reception.workingDays);
    const answer = (reached: Parameters<typeof inTransit>[0]) =>
      accepted(
        {
          dossier,
          lookupCode,
          submittedAt: draft.now,
          answerBy,
          sequence: reached.sequence,
          inTransit: inTransit(reached),
        },
        201,
      );
    const state = await record(transaction, {
      ...born,
      events: decision.events,
      account,
      at: draft.now,
      before: UNSUBMITTED,
      head: NO_EVENT,
      chain: chain.chain,
      rows: { revision },
      answer: { key: request.key, digest, of: answer },
    });
    return answer(state);
  });
}

/**
 * Under its row lock: nobody takes the draft or its files away while it becomes a dossier. The lock comes first, so that
 * a second copy of the command, which has waited for it, sees what the first was answered.
 */
async function loadDraft(transaction: Transaction, { account, dossier, key }: SubmissionRequest): Promise<DraftRow> {
  const locked = transaction.query('SELECT FROM draft WHERE dossier_id = $1 FOR UPDATE', [dossier]);
  const read = transaction.one<DraftRow>(
    `SELECT d.request_type, d.document, d.version, door.now() AS now, ${CALENDAR_VERSION} AS calendar_version, EXISTS (SELECT FROM dossier WHERE dossier_id = $1) AS submitted,
       (SELECT jsonb_build_object('digest', encode(i.request_digest, 'hex'), 'status', i.status, 'body', i.body)
        FROM idempotency i WHERE i.key = $2 AND i.account_id = $3) AS answered
     FROM (SELECT 1) AS always LEFT JOIN draft d ON d.dossier_id = $1`,
    [dossier, key, account],
  );
  const [, row] = await both(locked, read);
  if (!row) throw new Error('A join from one row answered with none.');
  return row;
}

export interface Submitting {
  readonly type: PublishedType;
  readonly chain: PublishedChain;
  readonly revision: RevisionRow;
  readonly receptionUnit: string;
  readonly competentUnit: string;
  readonly village: string | undefined;
  readonly counter?: CommandOf<'submit'>['counter'];
}

/** What hands a dossier in, at the portal or at the counter: bound to the versions of the day. */
export function submission({ type, chain, revision, ...where }: Submitting): CommandOf<'submit'> {
  const pins = { requestType: type.pin, form: type.form.pin, chain: chain.pin };
  return { type: 'submit', pins, revision: reference(revision), ...where };
}

export interface Born {
  readonly dossier: string;
  readonly applicant: string;
  readonly type: PublishedType;
  readonly document: Data;
  readonly ladder: readonly LadderUnit[];
  readonly secret: string;
  readonly lookupCode: string;
  /** Where it is handed in, if that is not where the household lives. */
  readonly receptionUnit?: string;
}

/** The dossier's own row: what it is found by and what permission goes by. */
export function birthOf({ dossier, applicant, type, document, ladder, secret, lookupCode, receptionUnit }: Born) {
  const { key } = type.definition;
  const person = personColumns(type, document, { secret, lookupCode });
  const commune = unitAt(ladder, 'commune') ?? '';
  return {
    fixed: {
      dossierId: dossier,
      requestType: key,
      lookupCode,
      villageId: person.villageId,
      maskedName: person.maskedName,
      training: ladder.some(({ training }) => training),
    },
    row: {
      applicantId: applicant,
      communeId: commune,
      receptionUnitId: receptionUnit ?? commune,
      villageId: person.villageId,
      districtId: unitAt(ladder, 'district') ?? null,
      provinceId: unitAt(ladder, 'province') ?? '',
    },
    person,
  };
}
