import { type InboxFilter, writeFilter } from './filter';

/** A dossier keeps the filter of the list that it was opened from: that is where next and back lead. */
export function dossierAddress(dossier: string, filter: InboxFilter = { view: 'all' }): string {
  return `/desk/dossiers/${dossier}${writeFilter(filter)}`;
}

/** Added to a dossier's address, it opens what officials say to each other about it. */
export const TALK_HASH = '#talk';

export function paperAddress(dossier: string, paper: string, filter: InboxFilter): string {
  return `/desk/dossiers/${dossier}/papers/${paper}${writeFilter(filter)}`;
}

export function transcriptAddress(dossier: string): string {
  return `/desk/dossiers/${dossier}/transcript`;
}
