import type { PlaceKind } from '@trinhduyet/approval';

/** What workflows, worker and relay agree on: names and shapes, ids and instants, never anything personal. */
export const TASK_QUEUE = 'dossiers';
/** The module that holds the workflows' code: only Temporal's bundler reads it. */
export const WORKFLOWS_MODULE = '@trinhduyet/workflows';
export const DOSSIER_WORKFLOW = 'dossier';
/** Look again, at least to this sequence. A level: doubled, late or out of order it does no harm. */
export const RECORDED_SIGNAL = 'recorded';
/** Look again, and start a fresh run at the next quiet moment. */
export const RENEW_SIGNAL = 'renew';

export interface DossierInput {
  readonly dossierId: string;
}

export interface FollowInput extends DossierInput {
  /** The bell that has rung, by the machine's clock. */
  readonly rung?: string;
}

export interface PlaceInput extends DossierInput {
  readonly place: string;
}

/** Where a dossier stands, as its workflow needs to know it. */
export interface Whereabouts {
  readonly sequence: number;
  readonly ended: boolean;
  readonly places: readonly CarriedPlace[];
  /** When to look again at the latest, by the machine's clock. */
  readonly wakeAt: string;
}

export interface CarriedPlace {
  /** Made by the core from step and round: the same place asked again has another key. */
  readonly key: string;
  readonly step: string;
  readonly kind: PlaceKind;
}

export interface DossierActivities {
  followRoute(input: FollowInput): Promise<Whereabouts>;
  runCheck(input: PlaceInput): Promise<void>;
  issuePaper(input: PlaceInput): Promise<void>;
}
