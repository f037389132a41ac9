import type { Schema } from '@trinhduyet/api-client';
import type { CitizenCard } from '@trinhduyet/programme';
import { dayOfText } from '../dossier/acts/panels/day-of-text';

/** What the clerk has done so far for the person at the counter. It outlives a reload, and goes with the next person. */
export interface CounterDraft {
  readonly card?: CitizenCard;
  /** Codes of what the card says against itself. */
  readonly warnings: readonly string[];
  /** Chosen from a list of names, without a card. */
  readonly person?: string;
  readonly name?: string;
  /** As it is typed: `12/04/1965`. */
  readonly born: string;
  readonly sex?: 'M' | 'F';
  readonly phone: string;
  readonly commune?: string;
  readonly village?: string;
  readonly service?: string;
  readonly papers: readonly string[];
}
export const NOBODY: CounterDraft = { warnings: [], born: '', phone: '', papers: [] };

export type Found = Schema<'PersonFound'>;
export type Service = Schema<'CounterService'>;

/** Who a card, or a list of names, says stands there. */
export type Shown = Pick<CounterDraft, 'card' | 'person'> & Partial<Pick<CounterDraft, 'warnings'>>;

export function isAnother({ card, person }: CounterDraft, shown: Shown): boolean {
  return card?.citizenNumber !== shown.card?.citizenNumber || person !== shown.person;
}

/** What was said of somebody is said anew with every card; what was chosen and ticked does not hold for another. */
export function turnedTo(draft: CounterDraft, shown: Shown): CounterDraft {
  const { service, papers } = isAnother(draft, shown) ? NOBODY : draft;
  return { ...NOBODY, ...shown, service, papers };
}

/** What is known with what was typed: the register first, then the card, then the clerk. */
export interface Comer {
  readonly name: string;
  readonly sex?: 'M' | 'F';
  readonly dateOfBirth?: string;
  readonly commune: string;
  readonly village: string;
}

export function comerOf(draft: CounterDraft, found: Found | undefined, unit: string): Comer {
  const commune = draft.commune ?? found?.commune ?? unit;
  const village = draft.village ?? (commune === found?.commune ? found.village : null) ?? '';
  return { ...(found ? knownOf(found) : newOf(draft)), commune, village };
}

function knownOf({ name, sex, dateOfBirth }: Found) {
  return { name, sex, dateOfBirth: dateOfBirth ?? undefined };
}

function newOf({ card, name, sex, born }: CounterDraft) {
  return {
    name: name ?? card?.name ?? '',
    sex: sex ?? card?.sex,
    dateOfBirth: card?.dateOfBirth ?? dayOfText(born),
  };
}

/** The first thing that is still to be done before anything can be received; the order is that of the page. */
export type Missing = 'card' | 'name' | 'born' | 'village' | 'service' | 'duplicate' | 'papers';

export interface Standing {
  readonly draft: CounterDraft;
  readonly comer: Comer;
  readonly isKnown: boolean;
  readonly service?: Service;
  readonly openDossiers: readonly Schema<'OpenDossier'>[];
}

export function missingOf({ draft, comer, isKnown, service, openDossiers }: Standing): Missing | undefined {
  if (!draft.card && !draft.person) return 'card';
  if (!isKnown && comer.name.trim().length < 2) return 'name';
  if (!isKnown && comer.dateOfBirth === undefined) return 'born';
  if (comer.village === '') return 'village';
  if (!service) return 'service';
  return openDossiers.some(({ requestType }) => requestType === service.key) ? 'duplicate' : undefined;
}

/** The papers that everybody has to bring, and that are not there. */
export function papersMissing({ papers }: CounterDraft, service: Service | undefined): Service['papers'] {
  return (service?.papers ?? []).filter(({ key, conditional }) => !conditional && !papers.includes(key));
}

export function ticked(draft: CounterDraft, paper: string): CounterDraft {
  const isThere = draft.papers.includes(paper);
  const papers = isThere ? draft.papers.filter((key) => key !== paper) : [...draft.papers, paper];
  return { ...draft, papers };
}

/** All papers that everybody has to bring; pressed again, none. */
export function allTicked(draft: CounterDraft, service: Service): CounterDraft {
  const needed = service.papers.filter(({ conditional }) => !conditional).map(({ key }) => key);
  const isAll = needed.every((key) => draft.papers.includes(key));
  return { ...draft, papers: isAll ? [] : [...new Set([...draft.papers, ...needed])] };
}

interface ToFile {
  readonly unit: string;
  readonly draft: CounterDraft;
  readonly comer: Comer;
  readonly found?: Found;
  readonly service: Service;
  readonly act: Schema<'FileDossier'>['act'];
}

export function filingOf({ unit, draft, comer, found, service, act }: ToFile): Schema<'FileDossier'> {
  const { card, phone, papers } = draft;
  const { name, sex = 'M', dateOfBirth, commune, village } = comer;
  return {
    unit,
    requestType: service.key,
    person: found
      ? { id: found.id }
      : { citizenNumber: card?.citizenNumber ?? '', name: name.trim(), dateOfBirth, sex },
    phone: phone.replace(/[ .]/g, '') || undefined,
    place: { commune, village },
    papers: service.papers.map(({ key }) => key).filter((key) => papers.includes(key)),
    act,
  };
}
