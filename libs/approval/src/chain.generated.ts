export type StepKey = string;
export type ChainTier = 'commune' | 'district' | 'province';
/**
 * Working days in halves.
 */
export type WorkingDays = number;
export type Step = ReviewStep | CheckStep | PaperStep | BranchesStep;
/**
 * How many working days there are, where that depends; `workingDays` is the most, and what counts where this says nothing.
 */
export type ConditionText = string;
/**
 * Where this is false the step is skipped, and the route on `skipped` is followed; where it says nothing people look.
 */
export type EntryCondition = string;
export type Route = RouteToStep | RouteToEnd | RouteToJoin;
/**
 * Narrowed FEEL over the form, `step.<key>` (what was filled in at a step), `outcome.<key>`, `amount`, `received`, `submitted` and `rule`; step keys in camel case.
 */
export type ConditionText1 = string;
/**
 * @minItems 1
 * @maxItems 24
 */
export type Routes = Route[];
/**
 * How many must agree. `all`, `any` one of them, `at-least` so many, or `percent` of them, rounded up.
 */
export type SigningRule = AllOrAny | AtLeast | Percent;

/**
 * How a dossier of one request type climbs one ladder of units: steps joined by routes.
 */
export interface Chain {
  /**
   * The version of this document format.
   */
  format: 1;
  key: StepKey;
  title: Text;
  /**
   * The tiers that this chain climbs, from the commune upwards. The units in force at reception choose the chain.
   *
   * @minItems 1
   */
  ladder: ChainTier[];
  /**
   * What form 01 promises: an answer within so many working days, kept when the step `until` is done.
   */
  promise: {
    workingDays: number;
    until: StepKey;
    legalBasis?: Text;
  };
  reception: {
    who: ChainWho;
    workingDays: WorkingDays;
    /**
     * Plain days that an applicant has to answer.
     */
    supplementDays: number;
    title: Text;
    applicant: Text;
  };
  start: StepKey;
  /**
   * @minItems 1
   * @maxItems 200
   */
  steps: Step[];
  /**
   * Grounds on which the clock may be stopped by a head or leader; none when missing.
   *
   * @maxItems 20
   */
  suspensions?: Suspension[];
}
export interface Text {
  vi: string;
  en: string;
}
export interface ChainWho {
  tier: ChainTier;
  /**
   * What the office is there for. A chain whose ladder has no office for it is not published.
   */
  function: string;
  duty: 'clerk' | 'village-head' | 'specialist' | 'head' | 'leader' | 'archivist' | 'administrator';
}
/**
 * People decide. `applicant`: the step in the applicant's words. `notBefore`: working days that must have passed since the step was entered, as in a public posting. `form`: the form of the step's own.
 */
export interface ReviewStep {
  kind: 'review';
  key: StepKey;
  title: Text;
  applicant: Text;
  who: ChainWho;
  workingDays: WorkingDays;
  reminders?: Reminders;
  notBefore?: WorkingDays;
  workingDaysBy?: ConditionText;
  entry?: EntryCondition;
  legalBasis?: Text;
  form?: StepKey;
  /**
   * Pointer into the step's form: the amount that this decision is about.
   */
  amount?: string;
  /**
   * Classes of fields that this step sees unmasked; all of them when missing.
   */
  sees?: ('public' | 'personal' | 'sensitive')[];
  /**
   * Steps whose decider may not decide here too (separation of duties).
   */
  differsFrom?: StepKey[];
  /**
   * This step may ask the applicant for more; the answer comes back here, or goes through the chain again.
   */
  supplement?: 'here' | 'start';
  /**
   * @minItems 1
   * @maxItems 12
   */
  outcomes: Outcome[];
  routes: Routes;
  numbers?: Numbering;
  panel?: Panel;
}
/**
 * Who is told when of the due date, in working days. On the day itself whoever has the step and the head of the office are told; a dossier never ends by it.
 */
export interface Reminders {
  /**
   * Before the due date whoever has the step is reminded; 2 where it is missing, 0 for not at all.
   */
  before?: number;
  /**
   * After the due date whoever has the step is reminded again and again; not at all where it is missing.
   */
  every?: number;
  /**
   * After the due date the unit's leader is told, once; 2 where it is missing.
   */
  leader?: number;
}
/**
 * `paper`: a paper of the request type that is drawn up when this outcome is chosen, signed by who chooses it.
 */
export interface Outcome {
  key: StepKey;
  /**
   * What it is in law: specialists propose, heads and leaders forward, approve or reject.
   */
  act: 'confirm' | 'propose' | 'forward' | 'approve' | 'reject' | 'return';
  title: Text;
  /**
   * Whether a written reason must come with it; optional when missing.
   */
  reason?: 'required' | 'optional';
  paper?: StepKey;
  /**
   * This outcome does not need the step's form filled in.
   */
  skipsForm?: true;
  /**
   * Only for `return`: the earlier steps it may go back to.
   */
  targets?: 'any-earlier' | StepKey[];
  /**
   * Only for `return`: afterwards through the steps again, or straight to who returned it.
   */
  resume?: 'through' | 'returner';
}
export interface RouteToStep {
  on: StepKey;
  when?: ConditionText1;
  to: StepKey;
}
export interface RouteToEnd {
  on: StepKey;
  when?: ConditionText1;
  end: 'approved' | 'rejected' | 'stopped';
}
/**
 * Only inside a branch: the branch is done, and came out so.
 */
export interface RouteToJoin {
  on: StepKey;
  joins: 'agreed' | 'refused';
  when?: ConditionText1;
}
/**
 * This step gives a paper its number: which one, and where number and day stand in the step's form.
 */
export interface Numbering {
  paper: StepKey;
  number: string;
  issuedOn: string;
}
/**
 * Several sign one review, each a task of their own. Whoever is asked: `who` and the posts in `with`, or each holder of `who` alone; with `inTurn` one after the other. `passes` is the outcome that counts as agreement, and that the step comes out with when enough agree; `fails` the one when enough can no longer agree.
 */
export interface Panel {
  /**
   * @minItems 1
   * @maxItems 20
   */
  with?: ChainWho[];
  /**
   * Everybody who holds the post signs for themselves.
   */
  holders?: true;
  inTurn?: true;
  rule: SigningRule;
  passes: StepKey;
  fails: StepKey;
  carry: Carry;
}
export interface AllOrAny {
  kind: 'all' | 'any';
}
export interface AtLeast {
  kind: 'at-least';
  count: number;
}
export interface Percent {
  kind: 'percent';
  percent: number;
}
/**
 * What becomes of the decisions that others have already taken here: when one of them returns the dossier to before, and when the applicant has answered a request for supplement.
 */
export interface Carry {
  /**
   * Kept, they need not decide again when the dossier comes back; void, everybody is asked anew.
   */
  return: 'keep' | 'void';
  supplement: 'keep' | 'ask-again';
}
/**
 * A machine looks; `who` does it by hand when the machine does not answer within the limit.
 */
export interface CheckStep {
  kind: 'check';
  key: StepKey;
  title: Text;
  applicant: Text;
  /**
   * Which automatic check runs; its outcomes are `clear` and `attention`.
   */
  check: 'intake';
  who: ChainWho;
  workingDays: WorkingDays;
  reminders?: Reminders;
  legalBasis?: Text;
  entry?: EntryCondition;
  routes: Routes;
}
/**
 * One of the request type's papers is drawn up; the outcome is `issued`.
 */
export interface PaperStep {
  kind: 'paper';
  key: StepKey;
  title: Text;
  applicant: Text;
  paper: StepKey;
  workingDays: WorkingDays;
  reminders?: Reminders;
  legalBasis?: Text;
  entry?: EntryCondition;
  routes: Routes;
}
/**
 * Parts of the chain that run beside each other, each from its `start` to a route that joins again; a single branch is a sub-chain. The outcomes are `agreed` and `refused`.
 */
export interface BranchesStep {
  kind: 'branches';
  key: StepKey;
  title: Text;
  applicant: Text;
  workingDays: WorkingDays;
  legalBasis?: Text;
  /**
   * @minItems 1
   * @maxItems 12
   */
  branches: Branch[];
  inTurn?: true;
  rule: SigningRule;
  carry: Carry;
  routes: Routes;
  reminders?: Reminders;
  entry?: EntryCondition;
}
export interface Branch {
  key: StepKey;
  title: Text;
  start: StepKey;
}
export interface Suspension {
  key: StepKey;
  title: Text;
  legalBasis: Text;
}
