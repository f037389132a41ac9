import type { Day } from '@trinhduyet/calendar';
import type { AccountId, Duty, OfficeId, PostId, UnitId, VillageId } from '@trinhduyet/org';
import type { StepKey } from './chain.generated';
import type { Kept, Opinion, Pins, PlaceKey, SigningOrder, TaskKey } from './state';

/** A post that the actor holds at the moment of the command, read in its transaction. */
export interface HeldPost {
  readonly post: PostId;
  readonly office: OfficeId;
  readonly unit: UnitId;
  readonly duty: Duty;
}

export type Actor =
  | { readonly kind: 'applicant'; readonly account: AccountId }
  | { readonly kind: 'official'; readonly account: AccountId; readonly posts: readonly HeldPost[] }
  | { readonly kind: 'administrator'; readonly account: AccountId }
  | { readonly kind: 'system' };

/** What somebody asks for, in the imperative. Texts, forms and papers are already kept; commands carry their digests. */
export type Command =
  | {
      readonly type: 'submit';
      readonly pins: Pins;
      readonly revision: Kept;
      readonly receptionUnit: UnitId;
      readonly competentUnit: UnitId;
      readonly village?: VillageId;
      /** Of a paper dossier: for whom reception files it, and which papers of the checklist were handed over. */
      readonly counter?: { readonly applicant: AccountId; readonly papers: readonly string[] };
    }
  /** What stands on the paper form has been typed in, whole. */
  | { readonly type: 'transcribe'; readonly revision: Kept; readonly findings: readonly string[] }
  | { readonly type: 'receive'; readonly task: TaskKey; readonly paper: Kept }
  | { readonly type: 'refuseReception'; readonly task: TaskKey; readonly reason: string; readonly note: Kept }
  | { readonly type: 'forwardReception'; readonly task: TaskKey; readonly to: UnitId; readonly note?: Kept }
  | {
      readonly type: 'askSupplement';
      readonly task: TaskKey;
      readonly items: number;
      readonly note: Kept;
      readonly until?: Day;
    }
  | {
      readonly type: 'supplement';
      readonly revision: Kept;
      /** Where the household lives by the new form, as long as the dossier is not received. */
      readonly village?: VillageId;
      /** Of papers brought to the counter: those of the checklist that are there now. */
      readonly papers?: readonly string[];
    }
  | {
      readonly type: 'extend';
      readonly task: TaskKey;
      /** The day that is promised instead. */
      readonly promisedOn: Day;
      readonly note: Kept;
      readonly paper: Kept;
    }
  /** A further supplement at the same step needs the head's consent: asked for with a reason, given or refused. */
  | { readonly type: 'askConsent'; readonly task: TaskKey; readonly note: Kept }
  | { readonly type: 'consent'; readonly task: TaskKey }
  | { readonly type: 'refuseConsent'; readonly task: TaskKey; readonly note: Kept }
  | { readonly type: 'assign'; readonly task: TaskKey; readonly to: AccountId }
  | { readonly type: 'claim'; readonly task: TaskKey }
  | { readonly type: 'release'; readonly task: TaskKey }
  | {
      readonly type: 'decide';
      readonly task: TaskKey;
      readonly outcome: string;
      readonly note?: Kept;
      readonly entry?: Kept;
      readonly amount?: number;
      readonly returnTo?: StepKey;
      /** What the outcome draws up, where it names a paper. */
      readonly paper?: Kept;
    }
  | { readonly type: 'open'; readonly task: TaskKey }
  | {
      readonly type: 'addSigner';
      readonly task: TaskKey;
      readonly post: PostId;
      readonly how: SigningOrder;
      readonly note?: Kept;
    }
  | { readonly type: 'cosign'; readonly task: TaskKey; readonly agrees: boolean; readonly note?: Kept }
  | {
      readonly type: 'consult';
      readonly task: TaskKey;
      readonly post: PostId;
      readonly blocking: boolean;
      /** Working days to answer. */
      readonly workingDays: number;
      readonly note: Kept;
    }
  | { readonly type: 'opine'; readonly task: TaskKey; readonly opinion: Opinion; readonly note: Kept }
  /** Names the task of the signer or office that is not to be asked any more. */
  | { readonly type: 'takeBackAsk'; readonly task: TaskKey }
  | { readonly type: 'transfer'; readonly task: TaskKey; readonly post: PostId; readonly note?: Kept }
  /** Names the task as it was decided. */
  | { readonly type: 'recall'; readonly task: TaskKey; readonly note?: Kept }
  | { readonly type: 'suspend'; readonly task: TaskKey; readonly ground: string; readonly note: Kept }
  | { readonly type: 'resume'; readonly note?: Kept }
  | { readonly type: 'urge' }
  | { readonly type: 'withdraw'; readonly note?: Kept }
  | {
      readonly type: 'recordCheck';
      readonly place: PlaceKey;
      readonly outcome: 'clear' | 'attention';
      readonly findings: readonly string[];
    }
  | { readonly type: 'recordPaper'; readonly place: PlaceKey; readonly paper: Kept }
  | { readonly type: 'lookAgain' }
  /** The calendar was decided otherwise: by which decision. */
  | { readonly type: 'recount'; readonly decision: string };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
