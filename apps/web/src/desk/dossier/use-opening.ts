import type { Schema } from '@trinhduyet/api-client';
import { useEffect } from 'react';
import { api, newKey } from '../../shared/api';
import { ownPlace } from './work/use-step-draft';

/** Whoever only leafs through has not begun. */
const LOOKED_AT_MS = 1_500;

/** Of this tab: what was said once need not be said again. */
const said = new Set<string>();

/**
 * Says, once and quietly, that somebody who is asked has the dossier before them: from then on the decision before stands.
 * What becomes of it concerns nobody here, so that it is neither awaited nor shown.
 */
export function useOpening(dossier: Schema<'DossierView'>): void {
  const { id, inTransit, suspended } = dossier;
  const task = inTransit || suspended ? undefined : ownPlace(dossier)?.task;
  useEffect(() => {
    if (task === undefined || said.has(`${id} ${task}`)) return undefined;
    const timer = setTimeout(() => {
      said.add(`${id} ${task}`);
      const params = { path: { dossier: id }, header: { 'Idempotency-Key': newKey() } };
      api.POST('/api/dossiers/{dossier}/opening', { params, body: { task } }).catch(() => said.delete(`${id} ${task}`));
    }, LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, [id, task]);
}
