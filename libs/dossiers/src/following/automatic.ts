import { type Chain, numberingStep, stepOf, stepOfKey } from '@trinhduyet/approval';
import { dayOf } from '@trinhduyet/calendar';
import { unitAt } from '@trinhduyet/org';
import type { Transaction } from '@trinhduyet/persistence';
import { intakeFindings, type PaperValues } from '@trinhduyet/programme';
import { reference } from '../writing/kept';
import { amountValues, isNumbered } from '../writing/outcome-paper';
import { commonValues, ofCommittee, ofOffice, paperFacts, paperRow } from '../writing/papers';
import type { Follower, Preparation, Setting } from './follow';

/** The intake check: what of the declaration an official should look at. Never refuses anything. */
export function runCheck(follower: Follower, dossierId: string, place: string) {
  const preparation: Preparation = async ({ transaction, loaded, type }) => {
    const day = dayOf(loaded.now);
    const declared = intakeFindings(type.definition, type.eligibility, loaded.document, day);
    const twice = (await hasOpenTwin(transaction, dossierId)) ? ['DUPLICATE_OPEN_DOSSIER'] : [];
    const findings = [...declared, ...twice];
    const outcome = findings.length === 0 ? 'clear' : 'attention';
    return { command: { type: 'recordCheck', place, outcome, findings }, rows: {} };
  };
  return follower.give(dossierId, preparation);
}

/** The same person's other open dossier of the same type (reads one bit of other dossiers, through a reviewed function). */
async function hasOpenTwin(transaction: Transaction, dossierId: string): Promise<boolean> {
  const row = await transaction.one<{ twin: boolean }>('SELECT door.has_open_twin($1) AS twin', [dossierId]);
  return row?.twin ?? false;
}

/** Draws up one of the request type's papers and hands it to its step. */
export function issuePaper(follower: Follower, dossierId: string, place: string) {
  const preparation: Preparation = async (setting) => {
    const { transaction, loaded, chain, type, publicUrl } = setting;
    const step = stepOf(chain, stepOfKey(place));
    const kind = step?.kind === 'paper' ? step.paper : '';
    const template = type.papers[kind];
    if (!template) throw new Error(`${type.pin.id} has no paper ${kind}.`);
    const unitId = issuerOf(chain, kind, loaded);
    const { signer, reason } = await decisionOn(transaction, loaded.fixed.dossierId, unitId);
    const facts = await paperFacts(transaction, { type, document: loaded.document, unit: unitId, signer });
    const paper = paperRow(loaded, publicUrl, {
      kind,
      template,
      facts,
      unitId,
      // What the head of an office decides is that office's paper; everything else is the committee's.
      issuer: facts.duty === 'head' ? ofOffice(facts) : ofCommittee(facts),
      on: dayOf(loaded.now),
      final: !isNumbered(chain, kind),
      values: { ...commonValues(type, loaded.document, facts), ...matterOf(loaded), reason },
    });
    return { command: { type: 'recordPaper', place, paper: reference(paper) }, rows: { paper } };
  };
  return follower.give(dossierId, preparation);
}

/** Whose paper it is: the unit whose archivist will number it; one without a number is the commune's. */
function issuerOf(chain: Chain, kind: string, { state, row }: Setting['loaded']): string {
  const tier = numberingStep(chain, kind)?.who.tier ?? 'commune';
  const ladder = state.status === 'open' ? (state.reception?.ladder ?? []) : [];
  return unitAt(ladder, tier) ?? row.communeId;
}

function matterOf({ state }: Setting['loaded']): PaperValues {
  if (state.status !== 'open') return {};
  return { code: state.reception?.code, ...amountValues(state.decidedAmount) };
}

interface Decided {
  readonly account: string | null;
  readonly post: string | null;
  readonly reason: unknown;
}

/** SQL: whether a decision `e` was not taken back. */
const STANDS = `NOT EXISTS (SELECT FROM event r WHERE r.dossier_id = e.dossier_id AND r.type = 'recalled' AND r.data ->> 'task' = e.data ->> 'task')`;

/** Who signs: whoever decided last for the unit whose paper it is; and why, in the words of the last decision that gave a reason. */
async function decisionOn(transaction: Transaction, dossier: string, unit: string) {
  const row = await transaction.one<Decided>(
    `SELECT s.account, s.post, (SELECT n.body FROM event e JOIN note n ON n.dossier_id = e.dossier_id AND n.note_id = (e.data #>> '{note,id}')::uuid
         WHERE e.dossier_id = $1 AND e.type = 'decided' AND ${STANDS} ORDER BY e.sequence DESC LIMIT 1) AS reason
     FROM (SELECT 1) AS always LEFT JOIN LATERAL (
       SELECT (e.data #>> '{by,account}')::uuid AS account, p.post_id AS post
       FROM event e JOIN post p ON p.post_id = e.data #>> '{by,post}'
       WHERE e.dossier_id = $1 AND e.type = 'decided' AND p.duty IN ('leader', 'head') AND ${STANDS}
       ORDER BY (p.unit_id = $2) DESC, e.sequence DESC LIMIT 1) s ON true`,
    [dossier, unit],
  );
  const signer = row?.account && row.post ? { account: row.account, post: row.post } : undefined;
  return { signer, reason: typeof row?.reason === 'string' ? row.reason : undefined };
}
