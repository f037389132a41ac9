import { type InboxFilter, writeFilter } from './filter';

/** A dossier keeps the filter of the list that it was opened from: that is where next and back lead. */
export function dossierAddress(dossier: string, filter: InboxFilter = { view: 'all' }): string {
  return `/desk/dossiers/${dossier}${writeFilter(filter)}`;
}

export function paperAddress(dossier: string, paper: string, filter: InboxFilter): string {
  return `/desk/dossiers/${dossier}/papers/${paper}${writeFilter(filter)}`;
}

export function transcriptAddress(dossier: string): string {
  return `/desk/dossiers/${dossier}/transcript`;
}
