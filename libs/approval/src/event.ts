import type { Day, Instant } from '@trinhduyet/calendar';
import type { AccountId, Ladder, PostId, UnitId, VillageId } from '@trinhduyet/org';
import type { StepKey } from './chain.generated';
import type {
  Beside,
  BranchState,
  Ending,
  Kept,
  Opinion,
  Pins,
  PlaceKey,
  PlaceKind,
  StuckReason,
  Task,
  TaskKey,
  Within,
} from './state';

/** Who caused an event: in which role, and for officials by which post. */
export type By =
  | { readonly kind: 'applicant'; readonly account: AccountId }
  | { readonly kind: 'official'; readonly account: AccountId; readonly post: PostId }
  | { readonly kind: 'administrator'; readonly account: AccountId }
  | { readonly kind: 'system' };

/** How the dates of one place were counted anew. */
export interface RecountedPlace {
  readonly place: PlaceKey;
  readonly dueAt?: Instant;
  readonly remindAt?: Instant;
  readonly notBefore?: Instant;
  readonly leaderAt?: Instant;
  readonly was: Omit<RecountedPlace, 'place' | 'was'>;
}

interface Fact {
  readonly at: Instant;
  readonly by: By;
}

/**
 * What happened, in the past tense: ids, keys, amounts, instants and digests, never what a person typed.
 * Released events are frozen: a change of meaning is a new type beside the old one.
 */
export type DossierEvent = Fact &
  (
    | {
        readonly type: 'submitted';
        readonly pins: Pins;
        readonly revision: Kept;
        readonly receptionUnit: UnitId;
        readonly competentUnit: UnitId;
        readonly village?: VillageId;
        /** Filed at the counter, from paper: for whom, and with which papers of the checklist. */
        readonly counter?: { readonly applicant: AccountId; readonly papers: readonly string[] };
      }
    | { readonly type: 'transcribed'; readonly revision: Kept; readonly findings: readonly string[] }
    | {
        readonly type: 'entered';
        readonly place: PlaceKey;
        readonly step: StepKey;
        readonly kind: PlaceKind;
        readonly round: number;
        readonly asked: readonly Task[];
        readonly dueAt?: Instant;
        readonly remindAt?: Instant;
        readonly notBefore?: Instant;
        readonly resumeTo?: StepKey;
        readonly andThen?: StepKey;
        readonly stuck?: StuckReason;
        /** Its entry condition was false: settled with the outcome `skipped` as it was entered. */
        readonly skipped?: true;
        readonly from?: PlaceKey;
        readonly within?: Within;
        readonly branches?: readonly BranchState[];
      }
    | {
        readonly type: 'left';
        readonly place: PlaceKey;
        /** Somebody inside has returned the dossier to before it. */
        readonly returned?: true;
      }
    | {
        readonly type: 'received';
        readonly task: TaskKey;
        readonly receivedAt: Instant;
        readonly receivedOn: Day;
        readonly code: string;
        readonly workingDays: number;
        readonly promisedOn: Day;
        readonly pins: Pins;
        readonly ladder: Ladder;
        readonly competentUnit: UnitId;
        readonly paper: Kept;
      }
    | { readonly type: 'receptionRefused'; readonly task: TaskKey; readonly reason: string; readonly note: Kept }
    | { readonly type: 'receptionForwarded'; readonly task: TaskKey; readonly to: UnitId; readonly note?: Kept }
    | {
        readonly type: 'supplementAsked';
        readonly task: TaskKey;
        readonly items: number;
        readonly note: Kept;
        readonly until: Day;
      }
    | {
        readonly type: 'supplemented';
        readonly place: PlaceKey;
        readonly revision: Kept;
        readonly village?: VillageId;
        readonly papers?: readonly string[];
        readonly resumedOn: Day;
        readonly promisedOn?: Day;
      }
    | {
        readonly type: 'supplementLapsed';
        readonly place: PlaceKey;
        readonly resumedOn: Day;
        readonly promisedOn?: Day;
      }
    | {
        readonly type: 'extended';
        readonly task: TaskKey;
        /** What was promised before, and what is promised instead. */
        readonly from: Day;
        readonly promisedOn: Day;
        /** By how many working days: also what is left after a later supplement is longer by them. */
        readonly workingDays: number;
        readonly note: Kept;
        readonly paper: Kept;
      }
    | { readonly type: 'consentAsked'; readonly task: TaskKey; readonly note: Kept }
    | { readonly type: 'consented'; readonly task: TaskKey }
    | { readonly type: 'consentRefused'; readonly task: TaskKey; readonly note: Kept }
    | { readonly type: 'assigned'; readonly task: TaskKey; readonly to: AccountId }
    | { readonly type: 'claimed'; readonly task: TaskKey }
    | { readonly type: 'released'; readonly task: TaskKey }
    | {
        readonly type: 'decided';
        readonly task: TaskKey;
        readonly outcome: string;
        readonly act: 'confirm' | 'propose' | 'forward' | 'approve' | 'reject' | 'return';
        readonly note?: Kept;
        readonly entry?: Kept;
        readonly amount?: number;
        readonly returnTo?: StepKey;
        readonly resume?: 'through' | 'returner';
        readonly paper?: Kept;
        /** One signature of several: the place is settled by `concluded`. */
        readonly pending?: true;
      }
    /** Enough have signed, or enough branches have come out: what the place comes out with. */
    | { readonly type: 'concluded'; readonly place: PlaceKey; readonly outcome: string; readonly amount?: number }
    | { readonly type: 'signerAdded'; readonly task: TaskKey; readonly asked: Task; readonly note?: Kept }
    | {
        readonly type: 'cosigned';
        readonly task: TaskKey;
        readonly agrees: boolean;
        readonly note?: Kept;
        /** Who added them and had decided already is asked again. */
        readonly again?: Task;
      }
    | {
        readonly type: 'consulted';
        readonly task: TaskKey;
        readonly place: PlaceKey;
        readonly round: number;
        readonly asked: Task;
        readonly beside: Beside;
        readonly dueAt: Instant;
        readonly remindAt?: Instant;
        readonly note: Kept;
      }
    | { readonly type: 'opined'; readonly task: TaskKey; readonly opinion: Opinion; readonly note: Kept }
    /** A signer or an office that was asked and has not answered is not asked any more. */
    | { readonly type: 'askTakenBack'; readonly task: TaskKey }
    | { readonly type: 'transferred'; readonly task: TaskKey; readonly asked: Task; readonly note?: Kept }
    | { readonly type: 'opened'; readonly task: TaskKey }
    /** A decision is taken back by who took it: its task is asked again, or its step entered again. */
    | {
        readonly type: 'recalled';
        readonly task: TaskKey;
        readonly place: PlaceKey;
        readonly again?: Task;
        /** The place that was entered since, and that is given up. */
        readonly instead?: PlaceKey;
        readonly note?: Kept;
      }
    | { readonly type: 'suspended'; readonly task: TaskKey; readonly ground: string; readonly note: Kept }
    | {
        readonly type: 'resumed';
        readonly note?: Kept;
        readonly resumedOn: Day;
        readonly promisedOn?: Day;
        readonly limits: readonly Limits[];
      }
    | { readonly type: 'urged' }
    | {
        readonly type: 'branchEnded';
        readonly place: PlaceKey;
        readonly branch: StepKey;
        readonly outcome: 'agreed' | 'refused';
      }
    /** What was decided there is asked again, because the applicant has answered with something new. */
    | { readonly type: 'branchesReopened'; readonly place: PlaceKey; readonly branches: readonly StepKey[] }
    | {
        readonly type: 'checked';
        readonly place: PlaceKey;
        readonly outcome: 'clear' | 'attention';
        readonly findings: readonly string[];
      }
    | {
        readonly type: 'handedOver';
        readonly place: PlaceKey;
        readonly asked: readonly Task[];
        readonly dueAt: Instant;
      }
    | { readonly type: 'issued'; readonly place: PlaceKey; readonly paper: Kept; readonly kind: string }
    | { readonly type: 'reminded'; readonly place: PlaceKey }
    | {
        readonly type: 'escalated';
        readonly place: PlaceKey;
        /** When the unit's leader is told of it, and when who has it is reminded again. */
        readonly leaderAt?: Instant;
        readonly againAt?: Instant;
      }
    /** Still not done: the unit's leader is told. */
    | { readonly type: 'raised'; readonly place: PlaceKey }
    | { readonly type: 'remindedAgain'; readonly place: PlaceKey; readonly againAt?: Instant }
    /** The calendar was decided otherwise, by this decision: dates moved. */
    | {
        readonly type: 'recounted';
        readonly decision: string;
        readonly places: readonly RecountedPlace[];
        readonly promised?: { readonly from: Day; readonly to: Day };
      }
    | {
        readonly type: 'unstuck';
        readonly place: PlaceKey;
        readonly asked: readonly Task[];
        /** Goes on with what was decided there before: a route has been found for it. */
        readonly outcome?: string;
      }
    | { readonly type: 'lookedAgain' }
    | { readonly type: 'withdrawn'; readonly note?: Kept }
    | { readonly type: 'ended'; readonly ending: Ending }
  );

/** When a place is due, after its clock has stood still. */
export interface Limits {
  readonly place: PlaceKey;
  readonly dueAt?: Instant;
  readonly remindAt?: Instant;
  readonly leaderAt?: Instant;
  readonly againAt?: Instant;
}

export type EventType = DossierEvent['type'];
export type EventOf<T extends EventType> = Extract<DossierEvent, { type: T }>;
