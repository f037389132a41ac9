import { type Chain, compileConditions, type Conditions, type Pin, type Pins } from '@trinhduyet/approval';
import type { Day } from '@trinhduyet/calendar';
import type { CompiledTable, DecisionTable } from '@trinhduyet/feel';
import { parseRule, verifyTable, withTables } from '@trinhduyet/feel/publish';
import { type FormDocument, type SchemaCheck, type ViewPlan } from '@trinhduyet/form';
import { publish, type Tables } from '@trinhduyet/form/publish';
import { TODAY, type Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import {
  type CompiledEligibility,
  type CompiledPaper,
  type OneStopPapers,
  oneStopPapersOn,
  type PaperTemplate,
  type RequestType,
} from '@trinhduyet/programme';
import { asChain, asForm, asOneStop, asPaper, asRequestType, asTable, type Publication } from './read-folder';
import { schemaCheck } from './schema-check';

export interface PublishedForm {
  readonly pin: Pin;
  readonly plan: ViewPlan;
  readonly check: SchemaCheck;
  /** Digest under which the browser's check is served. */
  readonly checksSha256: string;
}
export interface PublishedChain {
  readonly pin: Pin;
  readonly chain: Chain;
  /** What its routes and steps hang on, ready to run; empty where they hang on nothing. */
  readonly conditions: Conditions;
}
export interface PublishedTable {
  readonly pin: Pin;
  readonly document: DecisionTable;
  readonly table: CompiledTable;
}
/** A version of a request type with everything in it, compiled once. */
export interface PublishedType {
  readonly pin: Pin;
  readonly definition: RequestType;
  readonly form: PublishedForm;
  readonly stepForms: Readonly<Record<string, PublishedForm>>;
  readonly chains: readonly PublishedChain[];
  readonly papers: Readonly<Record<string, PaperTemplate>>;
  readonly eligibility: readonly CompiledEligibility[];
  readonly checklist: readonly CompiledPaper[];
  readonly tables: readonly PublishedTable[];
}

export interface TypeVersion {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface Pinned {
  readonly type: PublishedType;
  readonly chain: Chain;
  readonly conditions: Conditions;
}

/** Whatever can read: a transaction, so that nothing here takes a second connection while the caller holds one. */
export type Reader = Pick<Transaction, 'query'>;

/** The published request types, compiled and kept in memory: a published version never changes, so it is read once. */
export class RequestTypes {
  private readonly types = new Map<string, PublishedType>();
  private oneStop: readonly OneStopPapers[] = [];

  /** The version of each request type that is in force on a day. */
  async inForceOn(reader: Reader, day: Day): Promise<readonly PublishedType[]> {
    const types: PublishedType[] = [];
    for (const { id } of await idsOn(reader, day)) types.push(await this.byId(reader, id));
    return types;
  }

  /** Of each request type the version that came into force last: what a list calls its dossiers, old ones as well. */
  async latest(reader: Reader): Promise<readonly PublishedType[]> {
    const ids = await reader.query<{ id: string }>(
      `SELECT DISTINCT ON (key) publication_id AS id FROM request_type WHERE valid_from <= ${TODAY} ORDER BY key, version DESC`,
    );
    return Promise.all(ids.map(({ id }) => this.byId(reader, id)));
  }

  /** Every version that was ever published, by key and the latest first. */
  versions(reader: Reader): Promise<readonly TypeVersion[]> {
    return reader.query<TypeVersion>(
      `SELECT publication_id AS id, key, version, valid_from AS "validFrom", valid_to AS "validTo" FROM request_type
       ORDER BY key, version DESC`,
    );
  }

  async keyOn(reader: Reader, key: string, day: Day): Promise<PublishedType> {
    const found = (await idsOn(reader, day)).find((type) => type.key === key);
    if (!found) throw new Problem('form-version-unknown');
    return this.byId(reader, found.id);
  }

  /** A version by its id (`housing@3`), in force or not: what a dossier is pinned to. */
  async byId(reader: Reader, id: string): Promise<PublishedType> {
    const known = this.types.get(id);
    if (known) return known;
    const [key, version] = id.split('@');
    const parts = await reader.query<Publication>(
      `SELECT publication_id AS id, kind, sha256, body FROM publication WHERE publication_id = $1 OR publication_id LIKE $2`,
      [id, `${key}/%@${version}%`],
    );
    const type = parts.find((each) => each.id === id && each.kind === 'request-type');
    if (!type) throw new Problem('form-version-unknown');
    const compiled = this.types.get(id) ?? compileType(type, new Map(parts.map((each) => [each.id, each])));
    this.types.set(id, compiled);
    return compiled;
  }

  /** What a dossier is pinned to: the version of its request type and, of that, its chain. */
  async pinned(reader: Reader, { requestType, chain }: Pins): Promise<Pinned> {
    const type = await this.byId(reader, requestType.id);
    const found = type.chains.find(({ pin }) => pin.id === chain.id);
    if (!found) throw new Problem('form-version-unknown');
    // What a dossier was promised is this very content; what was changed by hand is never run in its place.
    if (found.pin.sha256 !== chain.sha256) throw new Error(`${chain.id} is not what the dossier was pinned to.`);
    return { type, chain: found.chain, conditions: found.conditions };
  }

  /** The forms of the one-stop shop that belong to a reception day. */
  async oneStopOn(reader: Reader, day: Day): Promise<OneStopPapers | undefined> {
    if (this.oneStop.length === 0) {
      const rows = await reader.query<Publication>(
        `SELECT publication_id AS id, kind, sha256, body FROM publication WHERE publication_id LIKE 'one-stop/%'`,
      );
      this.oneStop = rows.map(asOneStop);
    }
    return oneStopPapersOn(this.oneStop, day);
  }

  /** The browser's check of a form, by digest. */
  async checks(reader: Reader, sha256: string): Promise<string | undefined> {
    const [found] = await reader.query<{ body: string }>(
      `SELECT body FROM publication WHERE kind = 'checks' AND sha256 = $1`,
      [sha256],
    );
    return found?.body;
  }
}

function idsOn(reader: Reader, day: Day): Promise<readonly { id: string; key: string }[]> {
  return reader.query<{ id: string; key: string }>(
    `SELECT DISTINCT ON (key) publication_id AS id, key FROM request_type
     WHERE valid_from <= $1::date AND (valid_to IS NULL OR $1::date < valid_to) ORDER BY key, version DESC`,
    [day],
  );
}

type Parts = ReadonlyMap<string, Publication>;

function compileType(type: Publication, parts: Parts): PublishedType {
  const definition = asRequestType(type);
  const { key, version, form, chains, stepForms, papers, eligibility } = definition;
  // A version from before there was a counter has none, and dossiers are pinned to it.
  const { checklist = [], tables: named = [] }: Partial<RequestType> = definition;
  const part = (name: string) => get(parts, `${key}/${name}@${version}`);
  const tables = named.map((name) => compiledTable(part(`tables/${name}`)));
  const asked: Tables = new Map(tables.map(({ table }) => [table.key, table]));
  return {
    pin: pinOf(type),
    definition,
    tables,
    form: compileForm(part(form), parts, asked),
    stepForms: Object.fromEntries(stepForms.map((name) => [name, compileForm(part(`steps/${name}`), parts, asked)])),
    chains: chains.map((name) => compileChain(part(`chains/${name}`))),
    papers: Object.fromEntries(papers.map((name) => [name, asPaper(part(`papers/${name}`))])),
    eligibility: eligibility.map(({ code, when }) => ({ code, when: withTables(parseRule(when), asked) })),
    checklist: checklist.map(({ when, ...paper }) => ({ ...paper, when: when === undefined ? when : parseRule(when) })),
  };
}

function compileChain(document: Publication): PublishedChain {
  const chain = asChain(document);
  return { pin: pinOf(document), chain, conditions: compileConditions(chain) };
}

function compiledTable(document: Publication): PublishedTable {
  const { table, findings } = verifyTable(asTable(document));
  if (!table) throw new Error(`${document.id} is published with ${JSON.stringify(findings[0])}.`);
  return { pin: pinOf(document), document: asTable(document), table };
}

function compileForm(form: Publication, parts: Parts, tables: Tables): PublishedForm {
  const document: FormDocument = asForm(form);
  const published = publish(document, tables);
  if (!published.ok) throw new Error(`${form.id} does not fit the profile although it is published.`);
  const checks = get(parts, `${form.id}/checks`);
  const check = schemaCheck(document.schema);
  return { pin: pinOf(form), plan: published.plan, check, checksSha256: checks.sha256 };
}

function get(parts: Parts, id: string): Publication {
  const found = parts.get(id);
  if (!found) throw new Error(`${id} is not published.`);
  return found;
}

function pinOf({ id, sha256 }: Publication): Pin {
  return { id, sha256 };
}
