import type { DemoDossier } from './dossier';
import { HOUSING_DOSSIERS } from './housing';
import { LIVELIHOOD_DOSSIERS } from './livelihood';
import { VOCATIONAL_DOSSIERS } from './vocational';

export type { DemoDossier } from './dossier';

/** Enough for every screen to have something to show: at reception, due, late, waiting for people, ended both ways. */
export const DEMO_DOSSIERS: readonly DemoDossier[] = [
  ...HOUSING_DOSSIERS,
  ...LIVELIHOOD_DOSSIERS,
  ...VOCATIONAL_DOSSIERS,
];
