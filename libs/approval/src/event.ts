import type { Day, Instant } from '@trinhduyet/calendar';
import type { AccountId, Ladder, PostId, UnitId, VillageId } from '@trinhduyet/org';
import type { StepKey } from './chain.generated';
import type { Ending, Kept, Pins, PlaceKey, PlaceKind, StuckReason, Task, TaskKey } from './state';

/** Who caused an event: in which role, and for officials by which post. */
export type By =
  | { readonly kind: 'applicant'; readonly account: AccountId }
  | { readonly kind: 'official'; readonly account: AccountId; readonly post: PostId }
  | { readonly kind: 'administrator'; readonly account: AccountId }
  | { readonly kind: 'system' };

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
      }
    | { readonly type: 'left'; readonly place: PlaceKey }
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
      }
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
    | { readonly type: 'escalated'; readonly place: PlaceKey }
    | { readonly type: 'unstuck'; readonly place: PlaceKey; readonly asked: readonly Task[] }
    | { readonly type: 'lookedAgain' }
    | { readonly type: 'withdrawn'; readonly note?: Kept }
    | { readonly type: 'ended'; readonly ending: Ending }
  );

export type EventType = DossierEvent['type'];
export type EventOf<T extends EventType> = Extract<DossierEvent, { type: T }>;
