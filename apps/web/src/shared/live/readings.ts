import type { QueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';

export const dossierKey = (dossier: string) => ['dossier', dossier] as const;

const AGAIN_MS = 500;

/** Every reading of a dossier is entered in a journal: what a page shows already is not read again. */
export class Readings {
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly queries: QueryClient) {}

  /** Something was heard of. An act of one's own that is on its way reads the dossier itself. */
  upTo(dossier: string, sequence: number): void {
    const queryKey = dossierKey(dossier);
    const state = this.queries.getQueryState<Schema<'DossierView'>>(queryKey);
    const isBusy = state?.fetchStatus === 'fetching' || this.queries.isMutating({ mutationKey: queryKey }) > 0;
    if (isBusy) this.later(() => this.upTo(dossier, sequence));
    else if ((state?.data?.sequence ?? 0) < sequence) void this.queries.invalidateQueries({ queryKey });
  }

  /** Nothing was heard for a while; what was read a moment ago, as the page was opened, is as it was. */
  catchUp(): void {
    void this.queries.refetchQueries({ queryKey: ['dossier'], type: 'active', stale: true });
    void this.queries.invalidateQueries({ queryKey: ['dossier'], type: 'inactive' });
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private later(what: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      what();
    }, AGAIN_MS);
    this.timers.add(timer);
  }
}
