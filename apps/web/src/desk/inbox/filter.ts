import type { paths, Schema } from '@trinhduyet/api-client';

export const VIEWS = ['all', 'reception', 'today', 'overdue'] as const;
export type View = (typeof VIEWS)[number];
export const KINDS = ['reception', 'review', 'cosigning', 'consultation'] as const;
export type Kind = (typeof KINDS)[number];
const HOLDERS = ['me', 'anybody', 'colleague'] as const;
export type HolderFilter = (typeof HOLDERS)[number];
export const GROUPINGS = ['type', 'village', 'type-village'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * What the inbox shows. It stands in the address, so that it survives a reload and going back; but for the words that are
 * searched for: they may be a name, and an address is written down in many places. Those stay with the tab.
 */
export interface InboxFilter {
  readonly view: View;
  /** What the whole office has, for its head; otherwise what is one's own. */
  readonly scope?: 'office';
  readonly kind?: Kind;
  readonly type?: string;
  readonly village?: string;
  readonly holder?: HolderFilter;
  readonly group?: Grouping;
  /** The group that a dossier was opened from: next and previous stay in it. */
  readonly within?: string;
  readonly q?: string;
}

export function readFilter(search: string): InboxFilter {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) || undefined;
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((each) => each === given.get(name));
  return {
    view: one('view', VIEWS) ?? 'all',
    scope: one('scope', ['office'] as const),
    kind: one('kind', KINDS),
    type: text('type'),
    village: text('village'),
    holder: one('holder', HOLDERS),
    group: one('group', GROUPINGS),
    within: text('within'),
    q: given.has(SEARCHED) ? recalledWords() : undefined,
  };
}

/** Only what differs from the plain inbox; with its question mark, or nothing. */
export function writeFilter(filter: InboxFilter): string {
  const given = new URLSearchParams({ ...partsOf(filter), ...(filter.within ? { within: filter.within } : {}) });
  if (filter.q) given.set(SEARCHED, turn());
  const written = given.toString();
  return written === '' ? '' : `?${written}`;
}

/** What of a filter may be written down and kept: everything but the words, and where in the list somebody is. */
export function partsOf({ view, q: _, within: __, ...rest }: InboxFilter): Schema<'SaveFilter'>['filter'] {
  const parts = Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { ...(view === 'all' ? {} : { view }), ...Object.fromEntries(parts) };
}

export function filterOf(parts: Schema<'SavedFilter'>['filter']): InboxFilter {
  return readFilter(new URLSearchParams(parts as Record<string, string>).toString());
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

/** Whether less is shown than the view holds. Groups and whose office it is narrow nothing. */
export function isNarrowed({ kind, type, village, holder, q }: InboxFilter): boolean {
  return [kind, type, village, holder, q].some(Boolean);
}

export function widened({ view, scope, group }: InboxFilter): InboxFilter {
  return { view, scope, group };
}

type Query = Omit<NonNullable<paths['/api/inbox']['get']['parameters']['query']>, 'after'>;
type Asked = Query & Required<Pick<Query, 'view' | 'scope'>>;

export function askedFor({ view, scope, kind, type, village, holder, within }: InboxFilter): Asked {
  const group = within === undefined ? {} : groupOf(within);
  const asked = { scope: scope ?? ('mine' as const), requestType: type, village, holder, ...group };
  if (view === 'reception') return { ...asked, view: 'all', kind: 'reception' };
  return { ...asked, view, kind };
}

/** A group's name in an address: its type and its village, either of which may be missing. */
export function nameOfGroup(
  { requestType, village }: { requestType: string | null; village: string | null },
  by: Grouping,
): string {
  return [requestType ?? '', by === 'type' ? '' : (village ?? 'none')].join('~');
}

function groupOf(name: string): Pick<Asked, 'requestType' | 'village'> {
  const [requestType, village] = name.split('~');
  return { ...(requestType ? { requestType } : {}), ...(village ? { village } : {}) };
}
