import type { BranchesStep, Chain, ReviewStep, SigningRule } from '../chain.generated';

/** Somebody who signs a step: which post, what they said, and whom they had sign beside them. */
interface Signer {
  readonly post: string;
  said?: string;
  readonly added: Added[];
}
interface Added {
  readonly post: string;
  readonly how: 'before' | 'beside' | 'after';
  said?: boolean;
}

interface At {
  readonly step: ReviewStep | 'supplement';
  /** In which run of which branch; undefined outside of all. */
  readonly inside?: Run;
  signers: Signer[];
  resumeTo?: string;
  andThen?: string;
  opinions: { readonly by: string; readonly post: string; readonly blocking: boolean }[];
}

/** One branch of one run through a step of branches. */
interface Run {
  readonly group: Group;
  readonly branch: string;
}
interface Group {
  readonly step: BranchesStep;
  readonly inside?: Run;
  readonly came: Map<string, 'agreed' | 'refused'>;
  readonly resumeTo?: string;
}

type Passed = { readonly step: string; readonly inside?: Run };

/**
 * A second, deliberately plain account of steps that several sign and of branches: mutable objects, no events, no keys,
 * written from the words of the rules. It knows reviews, panels, branches, added signers, opinions, returns and supplements.
 */
export class NaiveSeveral {
  ended?: string;
  private at: At[] = [];
  private groups: Group[] = [];
  private passed: Passed[] = [];
  /** Steps that have asked the applicant once: they would need the head's consent, of which this account knows nothing. */
  private readonly askedFor = new Set<string>();
  private readonly kept = new Map<string, Signer[]>();
  private readonly keptBranches = new Map<string, Map<string, 'agreed' | 'refused'>>();

  constructor(private readonly chain: Chain) {
    this.enter(chain.start, undefined);
  }

  /** Everybody who is asked now, as `step:post`, sorted. */
  get asked(): string[] {
    return this.at
      .flatMap((at) => [
        ...at.signers.flatMap((signer, index) => this.askedBeside(at, signer, index)),
        ...at.opinions.map(({ post }) => `consultation:${post}`),
      ])
      .sort();
  }
  get waitsForApplicant(): boolean {
    return this.at.some(({ step }) => step === 'supplement');
  }

  private askedBeside(at: At, signer: Signer, index: number): string[] {
    const step = (at.step as ReviewStep).key;
    const isTurn = !(at.step as ReviewStep).panel?.inTurn || at.signers.slice(0, index).every(({ said }) => said);
    const first = signer.added.some(({ how, said }) => how === 'before' && said === undefined);
    const own = signer.said === undefined && isTurn && !first ? [`${step}:${signer.post}`] : [];
    const others = signer.added.filter(
      ({ how, said }) => said === undefined && (how !== 'after' || signer.said !== undefined),
    );
    return [...own, ...others.map(({ post }) => `${step}:${post}`)];
  }

  /** One of the chain's signers says something; a return names where to. Whether it is lawful. */
  says(key: string, post: string, outcome: string, returnTo?: string): boolean {
    const [at, signer] = this.signerAt(key, post);
    if (!at || !signer || !this.asked.includes(`${key}:${post}`)) return false;
    const step = at.step as ReviewStep;
    const chosen = step.outcomes.find((each) => each.key === outcome);
    if (!chosen) return false;
    if (chosen.act === 'return') {
      if (returnTo === undefined || !this.mayGoBack(at, returnTo)) return false;
      this.goBack(at, returnTo, chosen.resume === 'returner');
      return true;
    }
    if (at.opinions.some(({ by, blocking }) => blocking && by === post)) return false;
    signer.said = outcome;
    this.settle(at);
    return true;
  }

  adds(key: string, by: string, post: string, how: Added['how']): boolean {
    const [at, signer] = this.signerAt(key, by);
    if (!at || !signer || !this.asked.includes(`${key}:${by}`) || this.signs(at, post)) return false;
    signer.added.push({ post, how });
    return true;
  }

  cosigns(key: string, post: string, agrees: boolean): boolean {
    for (const at of this.at) {
      const signer = at.signers.find(({ added }) =>
        added.some((each) => each.post === post && each.said === undefined),
      );
      if (!signer || (at.step as ReviewStep).key !== key || !this.asked.includes(`${key}:${post}`)) continue;
      for (const each of signer.added) if (each.post === post && each.said === undefined) each.said = agrees;
      if (!agrees && signer.said !== undefined) signer.said = undefined;
      this.settle(at);
      return true;
    }
    return false;
  }

  consults(key: string, by: string, post: string, blocking: boolean): boolean {
    const [at, signer] = this.signerAt(key, by);
    if (!at || !signer || !this.asked.includes(`${key}:${by}`)) return false;
    if (post === by || at.opinions.some((each) => each.by === by && each.post === post)) return false;
    at.opinions.push({ by, post, blocking });
    return true;
  }

  /** The office of that post answers what that signer of that step asked it. */
  opines(key: string, by: string, post: string): boolean {
    const [at] = this.signerAt(key, by);
    const asked = at?.opinions.findIndex((each) => each.by === by && each.post === post) ?? -1;
    if (asked >= 0) at?.opinions.splice(asked, 1);
    return asked >= 0;
  }

  asksForMore(key: string, post: string): boolean {
    const [at] = this.signerAt(key, post);
    if (!at || this.waitsForApplicant || !this.asked.includes(`${key}:${post}`)) return false;
    if (this.askedFor.has(key)) return false;
    this.askedFor.add(key);
    const step = at.step as ReviewStep;
    this.leave(at);
    this.keep(step, at.signers, step.panel?.carry.supplement === 'keep');
    this.at.push({
      step: 'supplement',
      inside: at.inside,
      signers: [],
      resumeTo: key,
      andThen: at.resumeTo,
      opinions: [],
    });
    return true;
  }

  answers(): boolean {
    const at = this.at.find(({ step }) => step === 'supplement');
    if (!at) return false;
    this.leave(at);
    for (let run = at.inside; run; run = run.group.inside)
      if (run.group.step.carry.supplement === 'ask-again') run.group.came.clear();
    this.enter(at.resumeTo ?? '', at.inside, at.andThen);
    this.begin();
    return true;
  }

  private settle(at: At): void {
    const step = at.step as ReviewStep;
    const outcome = this.comesOut(step, at.signers);
    if (outcome === undefined) return;
    const waits = at.signers.some(
      ({ said, added }) => said !== undefined && added.some((each) => each.said === undefined),
    );
    if (waits) return;
    this.leave(at);
    this.passed.push({ step: step.key, inside: at.inside });
    this.kept.delete(step.key);
    const decides = ['approve', 'reject'].includes(step.outcomes.find(({ key }) => key === outcome)?.act ?? '');
    this.along(step, outcome, at.inside, decides ? undefined : at.resumeTo);
    this.begin();
  }

  private comesOut({ panel }: ReviewStep, signers: Signer[]): string | undefined {
    if (!panel) return signers[0]?.said;
    const agree = signers.filter(({ said }) => said === panel.passes).length;
    const open = signers.filter(({ said }) => said === undefined).length;
    const enough = howMany(panel.rule, signers.length);
    if (agree >= enough) return panel.passes;
    return agree + open < enough ? panel.fails : undefined;
  }

  private along(step: ReviewStep | BranchesStep, outcome: string, inside: Run | undefined, resumeTo?: string): void {
    const route = step.routes.find(({ on }) => on === outcome);
    if (!route) throw new Error(`No route for ${outcome}.`);
    if ('end' in route) this.ended = route.end;
    else if (resumeTo !== undefined) this.enter(resumeTo, inside);
    else if ('to' in route) this.enter(route.to, inside);
    else inside?.group.came.set(inside.branch, route.joins);
  }

  /** Back to a step before: what lies between is left, and what was decided beside it kept or not, as the chain says. */
  private goBack(at: At, target: string, straightBack: boolean): void {
    const step = at.step as ReviewStep;
    const goal = this.passed.findLast((each) => each.step === target && this.isAround(each.inside, at.inside));
    this.leave(at);
    this.keep(step, at.signers, step.panel?.carry.return === 'keep');
    let resumeTo = step.key;
    let inside = at.inside;
    while (inside && inside !== goal?.inside && inside.group !== goal?.inside?.group) {
      const { group } = inside;
      this.leaveGroup(group);
      if (group.step.carry.return === 'keep') this.keptBranches.set(group.step.key, new Map(group.came));
      resumeTo = group.step.key;
      inside = group.inside;
    }
    this.enter(target, inside, straightBack ? resumeTo : undefined);
    this.begin();
  }

  private mayGoBack(at: At, target: string): boolean {
    if (target === (at.step as ReviewStep).key) return false;
    return this.passed.some(({ step, inside }) => step === target && this.isAround(inside, at.inside));
  }

  /** Whether something that was passed in `outer` lies on the way that led into `inner`. */
  private isAround(outer: Run | undefined, inner: Run | undefined): boolean {
    if (outer === undefined) return true;
    for (let run = inner; run; run = run.group.inside)
      if (run.group === outer.group && run.branch === outer.branch) return true;
    return false;
  }

  private keep({ key }: ReviewStep, signers: Signer[], isKept: boolean): void {
    const isWhole = ({ added }: Signer) => added.every(({ said }) => said !== undefined);
    if (isKept) this.kept.set(key, signers.filter(isWhole));
    else this.kept.delete(key);
  }

  private enter(key: string, inside: Run | undefined, resumeTo?: string): void {
    const step = this.chain.steps.find((each) => each.key === key);
    const again = this.passed.findIndex((each) => each.step === key && each.inside === inside);
    if (again >= 0) this.passed = this.passed.filter((each, at) => at < again || !this.isAround(inside, each.inside));
    if (step?.kind === 'branches') {
      const came = this.keptBranches.get(key) ?? new Map<string, 'agreed' | 'refused'>();
      this.keptBranches.delete(key);
      this.groups.push({ step, inside, came, resumeTo });
      return this.begin();
    }
    if (step?.kind !== 'review') throw new Error(`This account knows no ${key}.`);
    const before = this.kept.get(key) ?? [];
    this.kept.delete(key);
    const posts = [step.who, ...(step.panel?.with ?? [])].map((who) => `${who.tier}-a/${who.function}/${who.duty}`);
    const signers = posts.map((post): Signer => {
      const said = before.find((each) => each.post === post)?.said;
      return { post, said: said === step.panel?.passes ? said : undefined, added: [] };
    });
    const at: At = { step, inside, signers, resumeTo, opinions: [] };
    this.at.push(at);
    // What was kept may be enough by itself.
    if (before.length > 0) this.settle(at);
  }

  /** Branches that nobody has begun begin, and steps of branches that have come out lead on. */
  private begin(): void {
    for (let moved = true; moved && !this.ended;)
      moved = this.groups.some((group) => this.beginIn(group) || this.leadOn(group));
  }

  private beginIn(group: Group): boolean {
    if (this.cameOut(group) !== undefined) return false;
    const open = group.step.branches.filter(({ key }) => !group.came.has(key));
    const next = (group.step.inTurn ? open.slice(0, 1) : open).find(({ key }) => !this.runs(group, key));
    if (!next) return false;
    this.enter(next.start, { group, branch: next.key });
    return true;
  }

  private leadOn(group: Group): boolean {
    const outcome = this.cameOut(group);
    if (outcome === undefined) return false;
    this.leaveGroup(group);
    this.passed.push({ step: group.step.key, inside: group.inside });
    this.along(group.step, outcome, group.inside, group.resumeTo);
    return true;
  }

  private cameOut(group: Group): 'agreed' | 'refused' | undefined {
    if (this.at.some(({ step, inside }) => step === 'supplement' && this.isIn(inside, group))) return undefined;
    const { branches, rule } = group.step;
    const agree = [...group.came.values()].filter((each) => each === 'agreed').length;
    const open = branches.length - group.came.size;
    const enough = howMany(rule, branches.length);
    if (agree >= enough) return 'agreed';
    return agree + open < enough ? 'refused' : undefined;
  }

  private isIn(inside: Run | undefined, group: Group): boolean {
    for (let run = inside; run; run = run.group.inside) if (run.group === group) return true;
    return false;
  }

  private runs(group: Group, branch: string): boolean {
    const here = (inside: Run | undefined) => inside?.group === group && inside.branch === branch;
    return this.at.some(({ inside }) => here(inside)) || this.groups.some(({ inside }) => here(inside));
  }

  private leave(at: At): void {
    this.at = this.at.filter((each) => each !== at);
  }

  private leaveGroup(group: Group): void {
    this.at = this.at.filter(({ inside }) => !this.isIn(inside, group));
    this.groups = this.groups.filter((each) => each !== group && !this.isIn(each.inside, group));
  }

  private signerAt(key: string, post: string): [At | undefined, Signer | undefined] {
    const at = this.at.find(({ step }) => step !== 'supplement' && step.key === key);
    return [at, at?.signers.find((each) => each.post === post)];
  }

  private signs(at: At, post: string): boolean {
    return at.signers.some(
      (each) =>
        (each.post === post && each.said === undefined) ||
        each.added.some((one) => one.post === post && one.said === undefined),
    );
  }
}

function howMany(rule: SigningRule, of: number): number {
  if (rule.kind === 'all') return of;
  if (rule.kind === 'any') return 1;
  if (rule.kind === 'at-least') return rule.count;
  return 'percent' in rule ? Math.max(1, Math.ceil((of * rule.percent) / 100)) : of;
}
