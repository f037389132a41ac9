import type { paths } from '@trinhduyet/api-client';

export const VIEWS = ['all', 'reception', 'today', 'overdue'] as const;
export type View = (typeof VIEWS)[number];
const KINDS = ['reception', 'review'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What the inbox shows. It stands in the address, so that it survives a reload and going back; but for the words that are
 * searched for: they may be a name, and an address is written down in many places. Those stay with the tab.
 */
export interface InboxFilter {
  readonly view: View;
  readonly kind?: Kind;
  readonly type?: string;
  readonly village?: string;
  readonly q?: string;
}

export function readFilter(search: string): InboxFilter {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) || undefined;
  return {
    view: VIEWS.find((view) => view === given.get('view')) ?? 'all',
    kind: KINDS.find((kind) => kind === given.get('kind')),
    type: text('type'),
    village: text('village'),
    q: given.has(SEARCHED) ? recalledWords() : undefined,
  };
}

/** Only what differs from the plain inbox; with its question mark, or nothing. */
export function writeFilter({ view, q, ...rest }: InboxFilter): string {
  const given = new URLSearchParams();
  if (view !== 'all') given.set('view', view);
  for (const [name, value] of Object.entries(rest)) if (value) given.set(name, value);
  if (q) given.set(SEARCHED, turn());
  const written = given.toString();
  return written === '' ? '' : `?${written}`;
}

/** Says that there are words, and that they are others than before: the number of the search in this tab. */
const SEARCHED = 'search';
const WORDS = 'inbox-words';
const TURN = 'inbox-searches';
const recalledWords = () => sessionStorage.getItem(WORDS) ?? undefined;
const turn = () => sessionStorage.getItem(TURN) ?? '0';

/** To be called with the filter before its address is gone to. */
export function rememberWords({ q }: InboxFilter): void {
  if (q === recalledWords()) return;
  sessionStorage.setItem(TURN, String(Number(turn()) + 1));
  if (q) sessionStorage.setItem(WORDS, q);
  else sessionStorage.removeItem(WORDS);
}

export function isNarrowed({ view: _, ...rest }: InboxFilter): boolean {
  return Object.values(rest).some(Boolean);
}

type Asked = NonNullable<paths['/api/inbox']['get']['parameters']['query']>;

export function askedFor({ view, kind, type, village }: InboxFilter): Asked & { view: Exclude<View, 'reception'> } {
  if (view === 'reception') return { view: 'all', kind: 'reception', requestType: type, village };
  return { view, kind, requestType: type, village };
}
