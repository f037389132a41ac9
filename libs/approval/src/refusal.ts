import type { Instant } from '@trinhduyet/calendar';

/** Why a command is not lawful now: a state of affairs, never a fault of the program. Texts stand in @trinhduyet/problems. */
export const REFUSALS = [
  'already-submitted',
  'not-submitted',
  'already-ended',
  'not-your-dossier',
  'not-your-task',
  'own-dossier',
  'same-person',
  'no-such-task',
  'already-decided',
  'moved-on',
  'in-transit',
  'claimed-by-another',
  'assigned-to-another',
  'not-claimed',
  'not-the-head',
  'not-assignable',
  'not-before',
  'not-stuck',
  'not-at-reception',
  'nothing-asked',
  'may-not-ask-supplement',
  'unlawful-date',
  'needs-consent',
  'consent-not-needed',
  'consent-pending',
  'no-consent-asked',
  'may-not-extend',
  'already-extended',
  'nothing-promised',
  'too-late-to-extend',
  'unlawful-promise',
  'no-chain-for-ladder',
  'no-such-unit',
  'unknown-outcome',
  'unlawful-target',
  'reason-required',
  'entry-required',
  'amount-required',
  'stale',
  'not-transcribed',
  'already-transcribed',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** For `not-before`: from when on it is lawful. */
  readonly from?: Instant;
}
