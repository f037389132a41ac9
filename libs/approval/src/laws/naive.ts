import type { Chain, ReviewStep, Step } from '../chain.generated';
import type { Actor, Command } from '../command';

/**
 * A second, deliberately plain account of where a dossier stands: one mutable object, no events, no calendar, written
 * from the words of the rules and not from the core. The property tests compare the core with it.
 */
export class NaiveDossier {
  /** A step's key, `reception`, `supplement`, or how it ended; undefined before it was submitted. */
  at?: string;
  /** Decided, but nobody has come round yet to move it. */
  moving?: () => void;
  private readonly passed: string[] = [];
  /** The steps that led here; going back to one takes what came after it off. */
  private way: string[] = [];
  private readonly settledBy = new Map<string, string>();
  private resumeTo?: string;
  private answerTo?: string;
  /** What the step that asked for more was to go on to; kept while the applicant is waited for. */
  private answerResume?: string;
  private withdrawn = false;
  private onPaper = false;
  /** What stands on paper has not been typed in yet: nobody decides. */
  private untyped = false;
  private handedIn = false;
  private claimedBy?: string;
  private received = false;
  private extended = false;

  constructor(private readonly chain: Chain) {}

  get ended(): boolean {
    return ['approved', 'rejected', 'refused', 'withdrawn', 'stopped'].includes(this.at ?? '');
  }

  /** Whoever carries dossiers comes round. */
  move(): void {
    this.moving?.();
    this.moving = undefined;
  }

  /** Does what is asked if it is lawful, and says whether it was. Only for commands on the task at hand, and complete ones. */
  does(command: Command, actor: Actor, inTimeForApology = true): boolean {
    if (command.type === 'submit') return !this.handedIn && actor.kind === 'applicant' && this.submit();
    if (command.type === 'transcribe') return this.handedIn && !this.ended && this.mayType(actor) && this.typeIn();
    if (!this.handedIn || this.ended) return false;
    if (command.type === 'withdraw') return this.mayWithdraw(actor) && this.withdraw();
    if (command.type === 'supplement') return this.mayAnswer(actor) && this.answer(actor);
    if (command.type === 'recordCheck')
      return this.machine(actor, 'check') && this.settle('', () => this.along(command.outcome));
    if (command.type === 'recordPaper')
      return this.machine(actor, 'paper') && this.settle('', () => this.along('issued'));
    if (command.type === 'release') return this.mayRelease(actor) && this.release();
    if (command.type === 'extend') return inTimeForApology && this.mayTouch(actor) && this.mayExtend() && this.extend();
    return this.mayTouch(actor) && this.official(command, actor as Actor & { kind: 'official' });
  }

  private official(command: Command, actor: Actor & { kind: 'official' }): boolean {
    const atReception = this.at === 'reception';
    switch (command.type) {
      case 'claim':
        this.claimedBy = actor.account;
        return true;
      case 'receive':
        return atReception && this.receive() && this.settle(actor.account, () => this.enter(this.chain.start));
      case 'refuseReception':
        return atReception && this.settle(actor.account, () => this.enter('refused'));
      case 'askSupplement':
        return this.mayAskForMore() && this.settle(actor.account, () => this.askForMore());
      case 'decide':
        return this.decide(command.outcome, command.returnTo, actor.account);
      default:
        return false;
    }
  }

  private decide(outcome: string, returnTo: string | undefined, account: string): boolean {
    const step = this.review;
    const chosen = step?.outcomes.find(({ key }) => key === outcome);
    if (!step || !chosen || this.untyped) return false;
    if ((step.differsFrom ?? []).some((key) => this.settledBy.get(key) === account)) return false;
    if (chosen.act !== 'return') return this.settle(account, () => this.along(outcome));
    const allowed = this.earlierReviews.filter(
      (key) => chosen.targets === 'any-earlier' || (chosen.targets ?? []).includes(key),
    );
    if (returnTo === undefined || !allowed.includes(returnTo)) return false;
    const afterwards = chosen.resume === 'returner' ? this.at : undefined;
    return this.settle(account, () => this.enter(returnTo, afterwards));
  }

  /** Handed in by the applicant, or on paper at the counter. */
  handIn(onPaper: boolean): void {
    this.onPaper = onPaper;
    this.untyped = onPaper;
    this.submit();
  }

  /** The commune's clerks and specialists have the paper in hand, until it is typed in; nobody types in their own. */
  private mayType(actor: Actor): boolean {
    if (!this.untyped || this.withdrawn || actor.kind !== 'official' || actor.account === 'applicant') return false;
    return actor.posts.some(({ post }) => /^commune-a\/.*\/(clerk|specialist)$/.test(post));
  }

  private typeIn(): boolean {
    this.untyped = false;
    return true;
  }

  private submit(): boolean {
    this.handedIn = true;
    this.moving = () => this.enter('reception');
    return true;
  }

  private withdraw(): boolean {
    this.withdrawn = true;
    this.moving = () => {
      this.at = 'withdrawn';
    };
    return true;
  }

  private receive(): boolean {
    this.received = true;
    return true;
  }

  /** Once, by who works on the matter, as long as something is promised. */
  private mayExtend(): boolean {
    const duty = this.review?.who.duty ?? '';
    const isWorkedOn = ['specialist', 'head', 'leader'].includes(duty);
    return this.received && isWorkedOn && !this.extended && !this.passed.includes(this.chain.promise.until);
  }

  private extend(): boolean {
    this.extended = true;
    return true;
  }

  private release(): boolean {
    this.claimedBy = undefined;
    return true;
  }

  private settle(account: string, move: () => void): boolean {
    const from = this.at;
    this.claimedBy = undefined;
    this.moving = () => {
      if (from !== undefined) {
        this.passed.push(from);
        this.way.push(from);
        this.settledBy.set(from, account);
      }
      move();
    };
    return true;
  }

  private enter(step: string, resumeTo?: string): void {
    this.at = step;
    if (this.way.includes(step)) this.way = this.way.slice(0, this.way.indexOf(step));
    this.resumeTo = resumeTo;
  }

  private along(outcome: string): void {
    const route = this.step?.routes.find(({ on }) => on === outcome);
    if (!route) throw new Error(`The chain has no route for ${outcome} at ${this.at}.`);
    if ('end' in route) this.enter(route.end);
    else if ('joins' in route) throw new Error('This account knows no branches.');
    else this.enter(this.isDecision(outcome) ? route.to : (this.resumeTo ?? route.to));
  }

  /** An approval or a rejection never goes back to somebody who returned something. */
  private isDecision(outcome: string): boolean {
    const act = this.review?.outcomes.find(({ key }) => key === outcome)?.act;
    return act === 'approve' || act === 'reject';
  }

  private askForMore(): void {
    const fromStart = this.review?.supplement === 'start';
    this.answerTo = fromStart ? this.chain.start : this.at;
    this.answerResume = fromStart ? undefined : this.resumeTo;
    this.enter('supplement');
  }

  /** Whoever answers by themselves fills in the whole form; whoever brings papers does not. */
  private answer(actor: Actor): boolean {
    if (actor.kind === 'applicant') this.untyped = false;
    return this.settle('answer', () => this.answered());
  }

  private answered(): void {
    this.enter(this.answerTo ?? 'reception', this.answerResume);
  }

  private mayAskForMore(): boolean {
    return this.at === 'reception' || this.review?.supplement !== undefined;
  }

  private mayWithdraw(actor: Actor): boolean {
    return this.isApplicant(actor) && !this.withdrawn && !this.passed.includes(this.chain.promise.until);
  }

  /** The applicant; for papers that are brought to the counter a clerk of the commune. */
  private mayAnswer(actor: Actor): boolean {
    const isClerk = actor.kind === 'official' && actor.posts.some(({ post }) => /^commune-a\/.*\/clerk$/.test(post));
    return (this.isApplicant(actor) || (this.onPaper && isClerk)) && !this.moving && this.at === 'supplement';
  }

  private machine(actor: Actor, kind: Step['kind']): boolean {
    return actor.kind === 'system' && !this.moving && this.step?.kind === kind;
  }

  /** Somebody who holds the very post, while nobody else has taken it and it is not their own dossier. */
  private mayTouch(actor: Actor): boolean {
    const isFree = this.claimedBy === undefined || (actor.kind !== 'system' && this.claimedBy === actor.account);
    return isFree && this.asks(actor, (post, { unit, office, duty }) => post === `${unit}-a/${office}/${duty}`);
  }

  /** Whoever took the task gives it back, or the head of the office, or a leader of the unit. */
  private mayRelease(actor: Actor): boolean {
    if (this.claimedBy === undefined) return false;
    const isHead = this.asks(actor, (post, { unit, office }) => {
      return post === `${unit}-a/${office}/head` || (post.startsWith(`${unit}-a/`) && post.endsWith('/leader'));
    });
    return isHead || this.mayTouch(actor);
  }

  /** Whether one of an official's posts fits what the place asks for; never on one's own dossier, never in transit. */
  private asks(actor: Actor, fits: (post: string, asked: { unit: string; office: string; duty: string }) => boolean) {
    const who = this.at === 'reception' ? this.chain.reception.who : this.review?.who;
    if (!who || this.moving || actor.kind !== 'official' || actor.account === 'applicant') return false;
    const asked = { unit: who.tier, office: who.function, duty: who.duty };
    return actor.posts.some(({ post }) => fits(post, asked));
  }

  private isApplicant(actor: Actor): boolean {
    return actor.kind === 'applicant' && actor.account === 'applicant';
  }

  private get step(): Step | undefined {
    return this.chain.steps.find(({ key }) => key === this.at);
  }
  private get review(): ReviewStep | undefined {
    return this.step?.kind === 'review' ? this.step : undefined;
  }
  private get earlierReviews(): string[] {
    const isReview = (key: string) => this.chain.steps.some((step) => step.key === key && step.kind === 'review');
    return this.way.filter(isReview);
  }
}
