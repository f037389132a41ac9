import { type QueryClient, useQueryClient } from '@tanstack/react-query';
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
    if (heard.type === 'news') gathering.add([heard.news.dossier]);
    if (heard.type === 'opened') {
      gathering.add([...listedDossiers(queries)]);
      void queries.invalidateQueries({ queryKey: ['notices'] });
      void queries.invalidateQueries({ queryKey: ['dossier'] });
    }
  });
}

class Gathering {
  private readonly dossiers = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly queries: QueryClient) {}

  add(dossiers: readonly string[]): void {
    for (const dossier of dossiers) this.dossiers.add(dossier);
    this.timer ??= setTimeout(() => void this.ask(), GATHER_MS + Math.random() * SPREAD_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async ask(): Promise<void> {
    this.timer = undefined;
    const dossiers = [...this.dossiers];
    this.dossiers.clear();
    for (const dossier of dossiers) void this.queries.invalidateQueries({ queryKey: dossierKey(dossier) });
    for (const what of ['counts', 'groups']) void this.queries.invalidateQueries({ queryKey: ['inbox', what] });
    void this.queries.invalidateQueries({ queryKey: ['workload'] });
    const listed = listedDossiers(this.queries);
    const shown = dossiers.filter((dossier) => listed.has(dossier)).slice(0, MOST_ROWS);
    if (shown.length === 0) return;
    const rows = await askRows(shown).catch(() => undefined); // the next time will tell
    if (!rows) return;
    const changed = new Set(shown);
    putRows(this.queries, changed, rows);
    refreshMarks(changed, rows);
  }
}
