import { type Data, valueAt } from '@trinhduyet/form';
import type { Duty } from '@trinhduyet/org';
import type { Transaction } from '@trinhduyet/persistence';
import { committeeOf, drawUp, type PaperStanding, type PaperTemplate, type PaperValues } from '@trinhduyet/programme';
import type { PublishedType } from '@trinhduyet/request-types';
import { textAt } from './documents';
import { keep, type KeptRow } from './kept';
import type { Loaded } from './load';

export interface PaperRow extends KeptRow {
  readonly kind: string;
  readonly regulation?: string;
  readonly unitId: string;
  /** Nothing is added to it any more, a number least of all: its bytes can be made. */
  readonly final: boolean;
}

/** Somebody who signs, by the post that they hold. */
export interface Signer {
  readonly account: string;
  readonly post: string;
}

/** What papers say of their surroundings, read in one statement. */
export interface PaperFacts {
  /** Where the household lives: village, commune and what is above. */
  readonly home: string;
  readonly unit: string;
  readonly above: string | null;
  readonly office: string | null;
  readonly duty: Duty | null;
  readonly signer: string | null;
  /** What stands above the name, one a line. */
  readonly signs: string | null;
}

export interface FactsAsked {
  readonly type: PublishedType;
  readonly document: Data;
  /** Whose paper it is. */
  readonly unit: string;
  readonly signer?: Signer;
}

export async function paperFacts(
  transaction: Transaction,
  { type, document, unit, signer }: FactsAsked,
): Promise<PaperFacts> {
  const { commune, village } = type.definition.roles;
  const facts = await transaction.one<PaperFacts>(
    `SELECT concat_ws(', ', (SELECT name FROM village WHERE village_id = $2), (SELECT string_agg(a.name, ', ' ORDER BY nlevel(a.path) DESC)
         FROM unit h JOIN unit a ON a.path @> h.path WHERE h.unit_id = $1)) AS home,
       u.name AS unit, a.name AS above, o.name AS office, p.duty, s.name AS signer, coalesce(p.signs, p.title) AS signs
     FROM unit u LEFT JOIN unit a ON a.unit_id = u.parent_id LEFT JOIN post p ON p.post_id = $4 LEFT JOIN office o USING (office_id)
       LEFT JOIN account s ON s.account_id = $5::uuid
     WHERE u.unit_id = $3`,
    [
      textAt(document, commune),
      village === undefined ? '' : textAt(document, village),
      unit,
      signer?.post ?? null,
      signer?.account ?? null,
    ],
  );
  if (!facts) throw new Error(`There is no unit ${unit}.`);
  return facts;
}

/** What most papers say of the person and of whoever speaks. */
export function commonValues(
  { definition }: PublishedType,
  document: Data,
  { home, unit, above }: PaperFacts,
): PaperValues {
  const { name, phone, sex } = definition.roles;
  const isWoman = sex !== undefined && valueAt(document, sex) === 'F';
  return {
    name: textAt(document, name).toLocaleUpperCase('vi'),
    phone: textAt(document, phone) || undefined,
    place: home,
    requestType: definition.title,
    salutation: { vi: isWoman ? 'bà' : 'ông', en: '' },
    /** Where a sentence or a line begins with it. */
    Salutation: { vi: isWoman ? 'Bà' : 'Ông', en: '' },
    issuer: committeeOf(unit),
    issuerName: spoken('Ủy ban nhân dân', unit),
    above: above === null ? undefined : spoken('Ủy ban nhân dân', above),
    aboveUnit: above === null ? undefined : inSentence(above),
  };
}

/** An office as one speaks of it: `Phòng Kinh tế xã Mỹ Tú`. */
export function spoken(office: string, unit: string): string {
  return `${office} ${inSentence(unit)}`;
}

function inSentence(unit: string): string {
  return `${unit.charAt(0).toLocaleLowerCase('vi')}${unit.slice(1)}`;
}

/** Where a unit's papers are dated: its name without what kind of unit it is. */
export function seatOf(unit: string): string {
  return unit.replace(/^(Xã|Phường|Đặc khu|Thị trấn|Huyện|Quận|Thị xã|Tỉnh|Thành phố) /, '');
}

/** A paper of the committee itself: headed by the unit above it. */
export function ofCommittee({ unit, above }: Pick<PaperFacts, 'unit' | 'above'>): PaperStanding['issuer'] {
  return { above: above === null ? undefined : committeeOf(above), name: committeeOf(unit) };
}

/** A form that an office draws up: headed by its committee. What a leader draws up is the committee's own. */
export function ofOffice(facts: PaperFacts): PaperStanding['issuer'] {
  const { unit, office, duty } = facts;
  if (office === null || duty === 'leader') return ofCommittee(facts);
  return { above: committeeOf(unit), name: office.toLocaleUpperCase('vi') };
}

export interface PaperAsked {
  readonly kind: string;
  readonly template: PaperTemplate;
  readonly facts: PaperFacts;
  readonly issuer: PaperStanding['issuer'];
  readonly unitId: string;
  readonly on: string;
  readonly values: PaperValues;
  readonly final: boolean;
  readonly regulation?: string;
  readonly code?: string;
  readonly rows?: Parameters<typeof drawUp>[1]['rows'];
}

/** Draws a paper up: its words, its signer and its day are fixed here, in the transaction of the act that it tells of. */
export function paperRow({ fixed, state, document }: Loaded, publicUrl: string, asked: PaperAsked): PaperRow {
  const { kind, template, facts, issuer, unitId, on, values, final, regulation, rows } = asked;
  const received = state.status === 'open' ? state.reception?.code : undefined;
  const code = asked.code ?? received ?? fixed.lookupCode;
  const standing: PaperStanding = {
    issuer,
    on,
    code,
    regulation,
    place: seatOf(facts.unit),
    signature: { lines: (facts.signs ?? '').toLocaleUpperCase('vi').split('\n'), name: facts.signer ?? '' },
    lookUp: `${publicUrl}/look-up?code=${fixed.lookupCode}`,
    training: fixed.training,
  };
  return { ...keep(drawUp(template, { values, document, standing, rows })), kind, regulation, unitId, final };
}
