import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useEffect, useState } from 'react';
import { useHeard } from '../../shared/live/live';
import { dossierKey } from '../dossier/use-dossier';
import { refreshMarks } from './marks';
import { askRows, listedDossiers, putRows } from './use-inbox';

/** Many things may happen at once: they are asked for together, and by all desks not at the same moment. */
const GATHER_MS = 250;
const SPREAD_MS = 500;
const MOST_ROWS = 200;

/** Keeps what is on the screen as the server has it: rows change in their place, none moves or comes by itself. */
export function useDeskNews(): void {
  const queries = useQueryClient();
  const [gathering] = useState(() => new Gathering(queries));
  useEffect(() => () => gathering.stop(), [gathering]);
  useHeard((heard) => {
    if (heard.type === 'notice') void queries.invalidateQueries({ queryKey: ['notices'] });
    if (heard.type === 'news') gathering.add(heard.news.dossier, heard.news.sequence);
    if (heard.type === 'opened') {
      for (const dossier of listedDossiers(queries)) gathering.add(dossier);
      void queries.invalidateQueries({ queryKey: ['notices'] });
      // Every reading is entered in a journal: what was read a moment ago, as this page was opened, is not read again.
      void queries.refetchQueries({ queryKey: ['dossier'], type: 'active', stale: true });
      void queries.invalidateQueries({ queryKey: ['dossier'], type: 'inactive' });
    }
  });
}

class Gathering {
  /** What was heard of, and up to where. */
  private readonly heard = new Map<string, number>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly queries: QueryClient) {}

  add(dossier: string, sequence = 0): void {
    if (this.heard.size === 0) this.soon(() => void this.ask());
    this.heard.set(dossier, Math.max(sequence, this.heard.get(dossier) ?? 0));
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.heard.clear();
  }

  private soon(what: () => void): void {
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        what();
      },
      GATHER_MS + Math.random() * SPREAD_MS,
    );
    this.timers.add(timer);
  }

  private async ask(): Promise<void> {
    const news = [...this.heard];
    this.heard.clear();
    for (const [dossier, sequence] of news) this.readUpTo(dossier, sequence);
    for (const what of ['counts', 'groups']) void this.queries.invalidateQueries({ queryKey: ['inbox', what] });
    void this.queries.invalidateQueries({ queryKey: ['workload'] });
    const listed = listedDossiers(this.queries);
    const shown = news.flatMap(([dossier]) => (listed.has(dossier) ? [dossier] : [])).slice(0, MOST_ROWS);
    if (shown.length === 0) return;
    const rows = await askRows(shown).catch(() => undefined); // the next time will tell
    if (!rows) return;
    const changed = new Set(shown);
    putRows(this.queries, changed, rows);
    refreshMarks(changed, rows);
  }

  /** An act of one's own that is on its way reads the dossier itself; then there may be nothing more to read. */
  private readUpTo(dossier: string, sequence: number): void {
    const queryKey = dossierKey(dossier);
    const state = this.queries.getQueryState<Schema<'DossierView'>>(queryKey);
    const isBusy = state?.fetchStatus === 'fetching' || this.queries.isMutating({ mutationKey: queryKey }) > 0;
    if (isBusy) this.soon(() => this.readUpTo(dossier, sequence));
    else if ((state?.data?.sequence ?? 0) < sequence) void this.queries.invalidateQueries({ queryKey });
  }
}
