import type { Opinion, SigningOrder } from '@trinhduyet/approval';
import type { Data } from '@trinhduyet/form';

/** One thing that a supplement must bring: about which field or paper, and why. */
export interface SupplementItem {
  /** Pointer into the form. */
  readonly field?: string;
  readonly reason: string;
}

/** What a person asks for, as the API has checked its shape. Texts and forms are still whole here. */
export type CommandInput =
  | { readonly type: 'receive'; readonly task: string }
  | { readonly type: 'refuseReception'; readonly task: string; readonly reason: ReceptionReason; readonly note: string }
  | { readonly type: 'forwardReception'; readonly task: string; readonly to: string; readonly note?: string }
  | {
      readonly type: 'askSupplement';
      readonly task: string;
      readonly items: readonly SupplementItem[];
      readonly until?: string;
    }
  | { readonly type: 'supplement'; readonly document: Data }
  /** The paper form, typed in whole. */
  | { readonly type: 'transcribe'; readonly document: Data }
  /** Papers that were asked for, brought to the counter: keys of the checklist, those of before among them. */
  | { readonly type: 'bring'; readonly papers: readonly string[] }
  | { readonly type: 'extend'; readonly task: string; readonly promisedOn: string; readonly note: string }
  | { readonly type: 'askConsent'; readonly task: string; readonly note: string }
  | { readonly type: 'consent'; readonly task: string }
  | { readonly type: 'refuseConsent'; readonly task: string; readonly note: string }
  | { readonly type: 'assign'; readonly task: string; readonly to: string }
  | { readonly type: 'claim'; readonly task: string }
  | { readonly type: 'release'; readonly task: string }
  | {
      readonly type: 'decide';
      readonly task: string;
      readonly outcome: string;
      readonly note?: string;
      readonly entry?: Data;
      readonly returnTo?: string;
    }
  | { readonly type: 'open'; readonly task: string }
  | {
      readonly type: 'addSigner';
      readonly task: string;
      readonly post: string;
      readonly how: SigningOrder;
      readonly note?: string;
    }
  | { readonly type: 'cosign'; readonly task: string; readonly agrees: boolean; readonly note?: string }
  | {
      readonly type: 'consult';
      readonly task: string;
      readonly post: string;
      readonly blocking: boolean;
      readonly workingDays: number;
      readonly note: string;
    }
  | { readonly type: 'opine'; readonly task: string; readonly opinion: Opinion; readonly note: string }
  | { readonly type: 'takeBackAsk'; readonly task: string }
  | { readonly type: 'transfer'; readonly task: string; readonly post: string; readonly note?: string }
  | { readonly type: 'recall'; readonly task: string; readonly note?: string }
  | { readonly type: 'suspend'; readonly task: string; readonly ground: string; readonly note: string }
  | { readonly type: 'resume'; readonly note?: string }
  | { readonly type: 'urge' }
  | { readonly type: 'withdraw'; readonly note?: string }
  | { readonly type: 'lookAgain' };

/** Why a dossier is not received at all (domain's generic list). */
export const RECEPTION_REASONS = ['NOT_COMPETENT', 'NOT_IN_SCOPE', 'DUPLICATE_OPEN_DOSSIER', 'FORGED_PAPER'] as const;
export type ReceptionReason = (typeof RECEPTION_REASONS)[number];

export interface CommandRequest {
  readonly account: string;
  readonly dossier: string;
  /** Idempotency key: a UUID version 7 made by the client. */
  readonly key: string;
  /** The sequence that the person has seen. */
  readonly seen?: number;
  readonly input: CommandInput;
}
