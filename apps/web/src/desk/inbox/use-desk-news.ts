import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useHeard } from '../../shared/live/live';
import { Readings } from '../../shared/live/readings';
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
      gathering.catchUp();
      void queries.invalidateQueries({ queryKey: ['notices'] });
    }
  });
}

class Gathering {
  /** What was heard of, and up to where. */
  private readonly heard = new Map<string, number>();
  private readonly readings: Readings;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly queries: QueryClient) {
    this.readings = new Readings(queries);
  }

  add(dossier: string, sequence = 0): void {
    this.heard.set(dossier, Math.max(sequence, this.heard.get(dossier) ?? 0));
    this.timer ??= setTimeout(() => void this.ask(), GATHER_MS + Math.random() * SPREAD_MS);
  }

  catchUp(): void {
    for (const dossier of listedDossiers(this.queries)) this.add(dossier);
    this.readings.catchUp();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.readings.stop();
  }

  private async ask(): Promise<void> {
    this.timer = undefined;
    const news = [...this.heard];
    this.heard.clear();
    for (const [dossier, sequence] of news) this.readings.upTo(dossier, sequence);
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
}
