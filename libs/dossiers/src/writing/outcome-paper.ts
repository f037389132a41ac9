import { type Chain, numberingStep, type Outcome, reviewOf, taskAt } from '@trinhduyet/approval';
import { dayOf } from '@trinhduyet/calendar';
import type { Data } from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { formatNumber, moneyInWords } from '@trinhduyet/text';
import { amountIn } from './documents';
import type { CommandInput } from './input';
import { commonValues, ofCommittee, paperFacts, paperRow, type PaperRow } from './papers';
import type { Setting } from './prepare';

/**
 * What an outcome draws up, signed by who chooses it: a submission to the tier above (tờ trình). Its number is left open:
 * the văn thư writes it in by hand when the signed copy goes out, as long as no step of the chain gives it one.
 */
export async function outcomePaper(
  setting: Setting,
  input: CommandInput & { type: 'decide' },
): Promise<PaperRow | undefined> {
  const { transaction, type, chain, loaded, actor, publicUrl } = setting;
  const found = chosen(setting, input);
  const template = found && type.papers[found.kind];
  if (!found || !template || actor.kind !== 'official') return undefined;
  const { unit, post, kind } = found;
  const { document, state } = loaded;
  const facts = await paperFacts(transaction, { type, document, unit, signer: { account: actor.account, post } });
  const amount = await proposedAmount(transaction, chain, loaded.fixed.dossierId);
  return paperRow(loaded, publicUrl, {
    kind,
    template,
    facts,
    issuer: ofCommittee(facts),
    unitId: unit,
    on: dayOf(loaded.now),
    final: !isNumbered(chain, kind),
    values: {
      ...commonValues(type, document, facts),
      code: state.status === 'open' ? state.reception?.code : undefined,
      ...amountValues(amount),
    },
  });
}

export function amountValues(amount: number | undefined) {
  if (amount === undefined) return {};
  return { amount: formatNumber(amount), amountWords: moneyInWords(amount) };
}

/** Whether one of the chain's steps gives this paper its number. */
export function isNumbered(chain: Chain, kind: string): boolean {
  return numberingStep(chain, kind) !== undefined;
}

function chosen({ loaded: { state }, chain }: Setting, { task, outcome }: CommandInput & { type: 'decide' }) {
  const asked = taskAt(state, task);
  const isChosen = ({ key }: Outcome) => key === outcome;
  const kind = asked && reviewOf(chain, asked.place.step)?.outcomes.find(isChosen)?.paper;
  return asked && kind !== undefined ? { kind, unit: asked.task.unit, post: asked.task.post } : undefined;
}

/** What was proposed last. */
async function proposedAmount(transaction: Transaction, chain: Chain, dossier: string): Promise<number | undefined> {
  const steps = chain.steps.filter((step) => step.kind === 'review' && step.amount !== undefined);
  const entry = await transaction.one<{ step: string; document: Data }>(
    `SELECT step, document FROM entry WHERE dossier_id = $1 AND step = ANY ($2) ORDER BY entry_id DESC LIMIT 1`,
    [dossier, steps.map(({ key }) => key)],
  );
  return entry && amountIn(reviewOf(chain, entry.step), entry.document);
}
