import type { Day, Instant, Pause } from '@trinhduyet/calendar';
import type { AccountId, Ladder, OfficeId, PostId, UnitId, Unresolved, VillageId } from '@trinhduyet/org';
import type { StepKey } from './chain.generated';

/** Made by the core from step and round: `survey.2`. The same place asked again has a new key, so nothing starts twice. */
export type PlaceKey = string;
/** One post asked at one place: `survey.2.1`. Unique within the dossier. */
export type TaskKey = string;
/** A SHA-256 in hex. */
export type Digest = string;

/** Something that stands in a row of its own and can be erased there; the record keeps only its salted digest. */
export interface Kept {
  readonly id: string;
  readonly digest: Digest;
}

/** For how long another office may be asked for an opinion, in working days. */
export const OPINION_DAYS = { fewest: 0.5, most: 30 } as const;

/** A published version of a form, a chain, papers or rules: pinned by id and content. */
export interface Pin {
  readonly id: string;
  readonly sha256: Digest;
}

export interface Pins {
  readonly requestType: Pin;
  readonly form: Pin;
  readonly chain: Pin;
}

/** Reception and supplement frame every chain; a chain's own steps may not take their names. */
export const RECEPTION = 'reception';
export const SUPPLEMENT = 'supplement';
/** An opinion asked of another office, beside the step that asked for it. */
export const CONSULTATION = 'consultation';
export const RESERVED_STEPS: readonly string[] = [RECEPTION, SUPPLEMENT, CONSULTATION];
export const PLACE_KINDS = ['reception', 'supplement', 'review', 'check', 'paper', 'branches', 'consultation'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How a further signer stands to the one who added them: signs first, at any time, or afterwards. */
export const SIGNING_ORDERS = ['before', 'beside', 'after'] as const;
export type SigningOrder = (typeof SIGNING_ORDERS)[number];

/** What a consulted office may say. */
export const OPINIONS = ['agree', 'disagree', 'no-opinion'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** What one of several signers said, as long as the place is not settled. */
export interface Signature {
  /** The event that it is: which one came last. */
  readonly sequence: number;
  readonly outcome: string;
  readonly at: Instant;
  readonly by: AccountId;
  readonly amount?: number;
}

/** One post that is asked. Whoever holds the post may act, unless it was given to one of them. */
export interface Task {
  readonly key: TaskKey;
  readonly post: PostId;
  readonly office: OfficeId;
  readonly unit: UnitId;
  readonly assignee?: AccountId;
  readonly claimedBy?: AccountId;
  /** One of several holders of a post, each of whom signs for themselves. */
  readonly signs?: 'in-person';
  /** Somebody who holds the post has opened the dossier since: the decision before cannot be taken back any more. */
  readonly opened?: true;
  /** Whose signatures must be there before this one is asked. */
  readonly waitsFor?: readonly TaskKey[];
  /** A signer that another signer of the place added. */
  readonly added?: { readonly by: TaskKey; readonly how: SigningOrder };
  readonly signed?: Signature;
}

/** Why nobody can be asked: a task for the programme's administrator. */
export type StuckReason = Unresolved | 'no-route' | 'too-few-signers';

/** Inside which branch of which place a step runs. */
export interface Within {
  readonly place: PlaceKey;
  readonly branch: StepKey;
}

/** A branch of a place of branches, and how it came out. */
export interface BranchState {
  readonly key: StepKey;
  readonly outcome?: 'agreed' | 'refused';
}

/** Of a consultation: beside which place and for which task, and whether that task waits for it. */
export interface Beside {
  readonly place: PlaceKey;
  readonly task: TaskKey;
  readonly blocking: boolean;
}

/** What happened at a place that the dossier has not left yet: it is on its way. */
export interface Settlement {
  readonly outcome: string;
  readonly at: Instant;
  readonly by?: AccountId;
  /** The task whose decision it was. */
  readonly task?: TaskKey;
  /** Set by a return: the step to go back to, and whether that step then goes straight to this one. */
  readonly returnTo?: StepKey;
  readonly resume?: 'through' | 'returner';
  /** Set when a decision is taken back: where its step was to go on to. */
  readonly resumeTo?: StepKey;
  readonly andThen?: StepKey;
  readonly within?: Within;
  /** Set by a request for supplement: the last day to answer it. */
  readonly until?: Day;
}

/** Where the dossier stands: one step, being carried. Several at once when a chain runs in parallel. */
export interface Place {
  readonly key: PlaceKey;
  readonly step: StepKey;
  readonly kind: PlaceKind;
  readonly round: number;
  /** The instant of the event that caused it, whenever a worker came round. */
  readonly enteredAt: Instant;
  readonly dueAt?: Instant;
  readonly remindAt?: Instant;
  /** A posting may not be closed before this. */
  readonly notBefore?: Instant;
  readonly asked: readonly Task[];
  /** After this place straight to that step, past the routes. */
  readonly resumeTo?: StepKey;
  /** Of a supplement: where the step that asked goes straight to afterwards, because it was returned to. */
  readonly andThen?: StepKey;
  readonly stuck?: StuckReason;
  /** Whether the head was asked to consent to a further supplement here, and what they said. */
  readonly consent?: { readonly answer?: 'given' | 'refused' };
  readonly reminded: boolean;
  readonly escalated: boolean;
  /** Once it is overdue: when the unit's leader is told, and when who has it is reminded again. */
  readonly leaderAt?: Instant;
  readonly againAt?: Instant;
  readonly settled?: Settlement;
  /** When the office stopped its clock meanwhile, and let it run again. */
  readonly stops?: readonly { readonly from: Day; readonly to: Day }[];
  /** The place that it was entered from. */
  readonly from?: PlaceKey;
  readonly within?: Within;
  readonly branches?: readonly BranchState[];
  readonly beside?: Beside;
  /** The number of the last task that was ever asked here: a task's key is never used again. */
  readonly lastTask?: number;
  /** The decision that settled it set the amount: what stood before, for the case that it is taken back. */
  readonly amountSet?: { readonly before?: number };
}

/** A place that was left. */
export interface Visit {
  readonly key: PlaceKey;
  readonly step: StepKey;
  readonly round: number;
  readonly enteredAt: Instant;
  readonly leftAt: Instant;
  readonly outcome: string;
  readonly decidedBy?: AccountId;
  /** The task whose decision settled it. */
  readonly stops?: Place['stops'];
  readonly decidedTask?: TaskKey;
  readonly decidedPost?: PostId;
  /** Everybody who signed, where several did. */
  readonly signers?: readonly AccountId[];
  /** Signatures and branches that a return or supplement may keep. */
  readonly kept?: readonly Task[];
  /** It was left because somebody there, or inside, returned the dossier. */
  readonly returned?: true;
  /** The decision of that task was taken back. */
  readonly recalled?: TaskKey;
  readonly branches?: readonly BranchState[];
  readonly from?: PlaceKey;
  readonly within?: Within;
  readonly resumeTo?: StepKey;
  readonly andThen?: StepKey;
  readonly amountSet?: { readonly before?: number };
}

/** What is known of a dossier that came on paper. */
export interface AtCounter {
  readonly filedBy: AccountId;
  /** Keys of the checklist: the papers that were handed over. */
  readonly papers: readonly string[];
  /** Whether all that stands on the paper form has been typed in; before that nobody decides. */
  readonly transcribed: boolean;
}

export interface Submission {
  readonly at: Instant;
  /** Whose dossier it is, whoever filed it. */
  readonly by: AccountId;
  readonly pins: Pins;
  readonly receptionUnit: UnitId;
  readonly competentUnit: UnitId;
  readonly village?: VillageId;
  readonly counter?: AtCounter;
}

export interface Reception {
  readonly at: Instant;
  /** The day that the clock, the versions and the ladder follow from. */
  readonly on: Day;
  readonly code: string;
  /** Working days promised on form 01. */
  readonly workingDays: number;
  /** Undefined while the applicant is being waited for. */
  readonly promisedOn?: Day;
  readonly pins: Pins;
  readonly ladder: Ladder;
  /** The one time that the promise was moved, with an apology (form 04). */
  readonly extension?: Extension;
}

export interface Extension {
  /** What was promised before. */
  readonly from: Day;
  readonly workingDays: number;
}

/** How a dossier may end. Refused: not received; stopped: ended without a decision on the matter. */
export type Ending = 'approved' | 'rejected' | 'refused' | 'withdrawn' | 'stopped';

interface Recorded {
  readonly sequence: number;
  /** The last event that a person deciding must have seen; reminders, claims and the like do not count. */
  readonly material: number;
}

export interface Unsubmitted {
  readonly status: 'unsubmitted';
  readonly sequence: 0;
  readonly material: 0;
}

export interface Open extends Recorded {
  readonly status: 'open';
  readonly submission: Submission;
  readonly reception?: Reception;
  readonly places: readonly Place[];
  readonly visits: readonly Visit[];
  readonly pauses: readonly Pause[];
  readonly withdrawnAt?: Instant;
  /** The clock is stopped by the office, on a ground of law. */
  readonly suspended?: { readonly at: Instant; readonly ground: string };
  readonly urgedAt?: Instant;
  /** What was approved last, in đồng; a proposal is none. */
  readonly decidedAmount?: number;
}

export interface Ended extends Recorded {
  readonly status: 'ended';
  readonly ending: Ending;
  readonly endedAt: Instant;
  readonly submission: Submission;
  readonly reception?: Reception;
  readonly visits: readonly Visit[];
  readonly pauses: readonly Pause[];
  readonly decidedAmount?: number;
}

export type DossierState = Unsubmitted | Open | Ended;

export const UNSUBMITTED: Unsubmitted = { status: 'unsubmitted', sequence: 0, material: 0 };

/** The versions that a dossier is bound to: those of its reception, before that those it was submitted by. */
export function pinsOf({ reception, submission }: Open | Ended): Pins {
  return reception?.pins ?? submission.pins;
}

/** The units that the dossier climbs; before its reception only the one that receives it. */
export function ladderOf({ reception, submission }: Open): Ladder {
  return reception?.ladder ?? [{ tier: 'commune', unit: submission.receptionUnit }];
}

/** Keys of places and tasks begin with their step: `survey.2`, `survey.2.1`. */
export function stepOfKey(key: PlaceKey | TaskKey): StepKey {
  return key.slice(0, key.indexOf('.'));
}

/** The task of that key, and the place that asks it; signed, and waiting for others, included. */
export function taskAt(state: DossierState, key: TaskKey): { readonly place: Place; readonly task: Task } | undefined {
  for (const place of state.status === 'open' ? state.places : []) {
    const task = place.asked.find((asked) => asked.key === key);
    if (task) return { place, task };
  }
  return undefined;
}
