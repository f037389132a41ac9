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
export const PLACE_KINDS = ['reception', 'supplement', 'review', 'check', 'paper'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One post that is asked. Whoever holds the post may act, unless it was given to one of them. */
export interface Task {
  readonly key: TaskKey;
  readonly post: PostId;
  readonly office: OfficeId;
  readonly unit: UnitId;
  readonly assignee?: AccountId;
  readonly claimedBy?: AccountId;
}

/** Why nobody can be asked: a task for the programme's administrator. */
export type StuckReason = Unresolved | 'no-route';

/** What happened at a place that the dossier has not left yet: it is on its way. */
export interface Settlement {
  readonly outcome: string;
  readonly at: Instant;
  readonly by?: AccountId;
  /** Set by a return: the step to go back to, and whether that step then goes straight to this one. */
  readonly returnTo?: StepKey;
  readonly resume?: 'through' | 'returner';
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
  readonly settled?: Settlement;
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

/** The open task of that key, and the place that asks it. */
export function taskAt(state: DossierState, key: TaskKey): { readonly place: Place; readonly task: Task } | undefined {
  for (const place of state.status === 'open' ? state.places : []) {
    const task = place.asked.find((asked) => asked.key === key);
    if (task) return { place, task };
  }
  return undefined;
}
