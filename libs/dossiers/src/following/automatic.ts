import { type Chain, stepOf } from '@trinhduyet/approval';
import { dayOf } from '@trinhduyet/calendar';
import { valueAt } from '@trinhduyet/form';
import { unitAt } from '@trinhduyet/org';
import type { Transaction } from '@trinhduyet/persistence';
import { drawUp, intakeFindings, type PaperValues } from '@trinhduyet/programme';
import { formatNumber, moneyInWords } from '@trinhduyet/text';
import { keep, reference } from '../writing/kept';
import { commonValues } from '../writing/one-stop';
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
    const { loaded, chain, type } = setting;
    const step = stepOf(chain, place.slice(0, place.lastIndexOf('.')));
    const kind = step?.kind === 'paper' ? step.paper : '';
    const template = type.papers[kind];
    if (!template) throw new Error(`${type.pin.id} has no paper ${kind}.`);
    const drawn = drawUp(template, await valuesOf(setting), loaded.document);
    const paper = { ...keep(drawn), kind, unitId: issuerOf(chain, kind, loaded) };
    return { command: { type: 'recordPaper', place, paper: reference(paper) }, rows: { paper } };
  };
  return follower.give(dossierId, preparation);
}

/** Whose paper it is: the unit whose archivist will number it; one without a number is the commune's. */
function issuerOf(chain: Chain, kind: string, { state, row }: Setting['loaded']): string {
  const numbering = chain.steps.find((step) => step.kind === 'review' && step.numbers?.paper === kind);
  const tier = numbering?.kind === 'review' ? numbering.who.tier : 'commune';
  const ladder = state.status === 'open' ? (state.reception?.ladder ?? []) : [];
  return unitAt(ladder, tier) ?? row.communeId;
}

async function valuesOf({ transaction, loaded, type }: Setting): Promise<PaperValues> {
  const { state } = loaded;
  const amount = state.status === 'open' ? state.decidedAmount : undefined;
  const reason = await transaction.one<{ body: unknown }>(
    `SELECT body FROM note WHERE dossier_id = $1 AND kind = 'reason' ORDER BY note_id DESC LIMIT 1`,
    [loaded.fixed.dossierId],
  );
  return {
    ...(await commonValues(transaction, type, loaded.document)),
    code: state.status === 'open' ? state.reception?.code : undefined,
    reason: typeof reason?.body === 'string' ? reason.body : undefined,
    amount: amount === undefined ? undefined : formatNumber(amount),
    amountWords: amount === undefined ? undefined : moneyInWords(amount),
    name: nameInCapitals(type.definition.roles.name, loaded.document),
  };
}

/** Names stand in capitals on papers. */
function nameInCapitals(pointer: string, document: Setting['loaded']['document']): string {
  return String(valueAt(document, pointer) ?? '').toLocaleUpperCase('vi');
}
