import type { Chain, ChainWho, ReviewStep, SigningRule, Step } from '@trinhduyet/approval';
import { wordsOfFunction } from '@trinhduyet/org';
import { type Text, useLanguage, useSay, useTexts } from '../../shared/language';
import { inWords, type Names } from './conditions';
import { CHAIN_TEXTS } from './texts';

interface ChainTableProps {
  readonly chain: Chain;
  /** Titles of the forms that steps fill in, by their key. */
  readonly forms: ReadonlyMap<string, Text>;
  readonly names: Names;
}

/** The chain as the office writes it: order, content, who, time, outcome. */
export function ChainTable({ chain, forms, names }: ChainTableProps) {
  const texts = useTexts(CHAIN_TEXTS);
  const say = useSay();
  const who = useWho();
  const { reception, steps, start } = chain;
  const titleOf = (key: string) => {
    const step = steps.find((each) => each.key === key);
    return step ? say(step.title) : key;
  };
  return (
    <table className="plain-table chain-table">
      <thead>
        <tr>
          {[texts.number, texts.step, texts.who, texts.time, texts.outcome, texts.ownForm, texts.legalBasis].map(
            (name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td className="num">1</td>
          <th scope="row">{say(reception.title)}</th>
          <td>{who(reception.who)}</td>
          <td>{texts.workingDays(reception.workingDays)}</td>
          <td>
            {texts.received} {texts.onTo(titleOf(start))}
          </td>
          <td />
          <td />
        </tr>
        {steps.map((step, index) => (
          <StepRow key={step.key} number={index + 2} step={step} titleOf={titleOf} forms={forms} names={names} />
        ))}
      </tbody>
    </table>
  );
}

interface StepRowProps extends Pick<ChainTableProps, 'forms' | 'names'> {
  readonly number: number;
  readonly step: Step;
  titleOf(key: string): string;
}

function StepRow({ number, step, titleOf, forms, names }: StepRowProps) {
  const texts = useTexts(CHAIN_TEXTS);
  const { language } = useLanguage();
  const say = useSay();
  const form = step.kind === 'review' && step.form ? forms.get(step.form) : undefined;
  return (
    <tr>
      <td className="num">{number}</td>
      <th scope="row">
        {say(step.title)}
        {step.entry !== undefined && <p className="quiet">{texts.entryOnly(inWords(step.entry, names, language))}</p>}
      </th>
      <td>
        <WhoOf step={step} titleOf={titleOf} />
      </td>
      <td>
        {texts.workingDays(step.workingDays)}
        {step.kind === 'review' && step.workingDaysBy !== undefined && (
          <p className="quiet">{texts.daysBy(inWords(step.workingDaysBy, names, language))}</p>
        )}
        {step.kind === 'review' && step.notBefore !== undefined && (
          <p className="quiet">{texts.notBefore(step.notBefore)}</p>
        )}
      </td>
      <td>
        <Outcomes step={step} titleOf={titleOf} names={names} />
      </td>
      <td>{form && say(form)}</td>
      <td>{step.legalBasis && say(step.legalBasis)}</td>
    </tr>
  );
}

function useWho(): (who: ChainWho) => string {
  const { whoIs, duties, tiers } = useTexts(CHAIN_TEXTS);
  const say = useSay();
  return ({ duty, function: role, tier }) => whoIs(duties[duty], say(wordsOfFunction(role)), tiers[tier]);
}

function WhoOf({ step, titleOf }: Pick<StepRowProps, 'step' | 'titleOf'>) {
  const texts = useTexts(CHAIN_TEXTS);
  const who = useWho();
  if (step.kind === 'paper') return texts.machine;
  if (step.kind === 'check') return texts.machineThen(who(step.who));
  if (step.kind === 'branches') return <BranchesOf step={step} titleOf={titleOf} />;
  return (
    <>
      {who(step.who)}
      {step.panel && <PanelOf panel={step.panel} />}
      {step.differsFrom && <p className="quiet">{texts.differsFrom(step.differsFrom.map(titleOf).join(', '))}</p>}
      {step.supplement && <p className="quiet">{texts.supplement}</p>}
    </>
  );
}

/** What is left where the conditions before it do not hold. */
const isRest = ({ routes }: Step, { on, when }: Step['routes'][number]) =>
  when === undefined && routes.some((other) => other.on === on && other.when !== undefined);

/** Who signs beside the first, by which rule, and what a return or supplement makes of what they have decided. */
function PanelOf({ panel }: { readonly panel: NonNullable<ReviewStep['panel']> }) {
  const texts = useTexts(CHAIN_TEXTS);
  const who = useWho();
  const { with: others = [], holders, inTurn, rule, carry } = panel;
  return (
    <>
      {holders && <p>{texts.everyHolder}</p>}
      {others.map((other) => (
        <p key={JSON.stringify(other)}>+ {who(other)}</p>
      ))}
      <Together rule={rule} inTurn={inTurn} carry={carry} />
    </>
  );
}

function BranchesOf({
  step,
  titleOf,
}: { readonly step: Extract<Step, { kind: 'branches' }> } & Pick<StepRowProps, 'titleOf'>) {
  const say = useSay();
  return (
    <>
      <ul className="plain-list">
        {step.branches.map(({ key, title, start }) => (
          <li key={key}>
            {say(title)} → {titleOf(start)}
          </li>
        ))}
      </ul>
      {step.branches.length > 1 && <Together {...step} />}
    </>
  );
}

function Together({ rule, inTurn, carry }: Pick<NonNullable<ReviewStep['panel']>, 'rule' | 'inTurn' | 'carry'>) {
  const texts = useTexts(CHAIN_TEXTS);
  return (
    <p className="quiet">
      {[
        ruleIn(texts, rule),
        inTurn ? texts.inTurn : texts.atOnce,
        texts.carried.return[carry.return],
        texts.carried.supplement[carry.supplement],
      ].join('; ')}
    </p>
  );
}

function ruleIn({ rules }: (typeof CHAIN_TEXTS)['vi'], rule: SigningRule): string {
  if (rule.kind === 'at-least') return rules.atLeast(rule.count);
  return rule.kind === 'percent' ? rules.percent(rule.percent) : rules[rule.kind];
}

function Outcomes({ step, titleOf, names }: Pick<StepRowProps, 'step' | 'titleOf' | 'names'>) {
  const texts = useTexts(CHAIN_TEXTS);
  const { language } = useLanguage();
  const say = useSay();
  const outcomes = step.kind === 'review' ? step.outcomes : [];
  const nameOf = (on: string) => {
    const outcome = outcomes.find(({ key }) => key === on);
    return outcome ? say(outcome.title) : (Object.entries(texts.automatic).find(([key]) => key === on)?.[1] ?? on);
  };
  const whereTo = (route: Step['routes'][number]) => {
    if ('to' in route) return titleOf(route.to);
    return 'joins' in route ? texts.joins[route.joins] : texts.ends[route.end];
  };
  const returns = outcomes.flatMap((outcome) => (outcome.targets ? [{ ...outcome, targets: outcome.targets }] : []));
  return (
    <ul className="plain-list">
      {step.routes.map((route) => (
        <li key={JSON.stringify(route)}>
          {nameOf(route.on)} {texts.onTo(whereTo(route))}
          {outcomes.find(({ key }) => key === route.on)?.reason === 'required' && (
            <span className="quiet"> ({texts.reason})</span>
          )}
          {route.when !== undefined && (
            <span className="quiet"> {texts.when(inWords(route.when, names, language))}</span>
          )}
          {isRest(step, route) && <span className="quiet"> {texts.otherwise}</span>}
        </li>
      ))}
      {returns.map(({ key, title, targets }) => (
        <li key={key}>
          {say(title)} {texts.backTo(targets === 'any-earlier' ? texts.anyEarlier : targets.map(titleOf).join(', '))}
        </li>
      ))}
    </ul>
  );
}
