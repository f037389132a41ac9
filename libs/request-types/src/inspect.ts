import { type Chain, verify } from '@trinhduyet/approval';
import chainSchema from '@trinhduyet/approval/chain.schema.json';
import { isServed } from '@trinhduyet/directory';
import tableSchema from '@trinhduyet/feel/table.schema.json';
import type { FormDocument, JsonSchema } from '@trinhduyet/form';
import { publish } from '@trinhduyet/form/publish';
import type { RequestType } from '@trinhduyet/programme';
import paperSchema from '@trinhduyet/programme/paper.schema.json';
import requestTypeSchema from '@trinhduyet/programme/request-type.schema.json';
import Ajv2020 from 'ajv/dist/2020';
import { checkSync } from 'recheck';
import { RE2JS } from 're2js';
import { chainEnvironment, expressions, tablesOf } from './inspect-expressions';
import { asChain, asForm, asRequestType, type Publication, type RequestTypeFolder } from './read-folder';

/** A named reason why a request type cannot be published, and in which of its documents. */
export interface Reason {
  readonly document: string;
  readonly reason: string;
}

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
const SCHEMAS = {
  'request-type': ajv.compile(requestTypeSchema),
  chain: ajv.compile(chainSchema),
  paper: ajv.compile(paperSchema),
  table: ajv.compile(tableSchema),
};

/** Everything that keeps a request type from being published. */
export function inspect({ publications, definition }: RequestTypeFolder): readonly Reason[] {
  const broken = publications.flatMap(shape);
  if (broken.length > 0) return broken;
  return [
    ...publications.flatMap((each) => content(each, publications, definition)),
    ...expressions(publications).map(({ document, reason }) => because(document, reason)),
    ...pointers(publications),
    ...phrases(publications),
  ];
}

function shape(document: Publication): readonly Reason[] {
  const validate = document.kind === 'form' || document.kind === 'checks' ? undefined : SCHEMAS[document.kind];
  if (!validate || validate(JSON.parse(document.body))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => because(document, `${instancePath} ${message}`));
}

function content(
  document: Publication,
  publications: readonly Publication[],
  { stepForms, papers }: RequestType,
): readonly Reason[] {
  switch (document.kind) {
    case 'chain': {
      const environment = chainEnvironment(publications, asChain(document));
      return [
        ...verify(asChain(document), { stepForms, papers, environment }).map(({ code, step, detail }) =>
          because(document, [code, step, detail].filter(Boolean).join(' ')),
        ),
        ...nobodyAsked(asChain(document)).map((reason) => because(document, reason)),
      ];
    }
    case 'form': {
      const published = publish(asForm(document), tablesOf(publications));
      const findings = published.ok ? [] : published.findings;
      return [
        ...findings.map(({ code, at, detail }) => because(document, [code, at, detail].filter(Boolean).join(' '))),
        ...patterns(asForm(document)).map((reason) => because(document, reason)),
      ];
    }
    default:
      return [];
  }
}

/** Steps that would wait for an office or a post which no unit of the ladder has. */
function nobodyAsked({ ladder, reception, steps }: Chain): readonly string[] {
  const asked = [{ key: 'reception', who: reception.who }, ...steps.flatMap((step) => ('who' in step ? [step] : []))];
  return asked
    .filter(({ who }) => !isServed(ladder, who))
    .map(({ key, who }) => `no-office ${key} ${who.tier}/${who.function}/${who.duty}`);
}

/** Whatever a request type says of its form must be in it. */
function pointers(publications: readonly Publication[]): readonly Reason[] {
  const type = publications.find(({ kind }) => kind === 'request-type');
  const form = publications.find(({ kind, id }) => kind === 'form' && !id.includes('/steps/'));
  if (!type || !form) return [];
  const { schema } = asForm(form);
  const { roles, checklist, ruleDate } = asRequestType(type);
  const named = [
    ...Object.entries(roles).map(([role, pointer]) => ({ name: `role ${role}`, pointer })),
    ...(ruleDate === undefined ? [] : [{ name: 'the day of the rules', pointer: ruleDate }]),
    ...checklist.flatMap(({ key, field }) => (field === undefined ? [] : [{ name: `paper ${key}`, pointer: field }])),
  ];
  return named
    .filter(({ pointer }) => !isStated(schema, pointer.split('/').slice(1)))
    .map(({ name, pointer }) => because(type, `${name} points at ${pointer}, which the form lacks`));
}

const ACTS = ['askSupplement', 'refuseReception', 'forwardReception', 'extend'];

/** A phrase that is offered nowhere helps nobody. */
function phrases(publications: readonly Publication[]): readonly Reason[] {
  const type = publications.find(({ kind }) => kind === 'request-type');
  if (!type) return [];
  const chains = publications.filter(({ kind }) => kind === 'chain').map(asChain);
  const outcomes = chains.flatMap(({ steps }) => steps.flatMap((step) => ('outcomes' in step ? step.outcomes : [])));
  const known = new Set([...ACTS, ...outcomes.flatMap(({ key, act }) => [key, act])]);
  const unknown = (asRequestType(type).phrases ?? []).flatMap((phrase) =>
    phrase.for.filter((where) => !known.has(where)),
  );
  return unknown.map((where) => because(type, `a phrase is for ${where}, which no chain knows`));
}

function isStated(schema: JsonSchema | false | undefined, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return Boolean(schema);
  return schema ? isStated(schema.properties?.[key], rest) : false;
}

/** A pattern must be one of RE2, and safe where the browser runs it with its own engine. */
function patterns({ schema }: FormDocument): readonly string[] {
  return statedPatterns(schema, '').flatMap(({ at, pattern }) => {
    if (!isLinear(pattern)) return [`pattern-not-linear ${at}`];
    return checkSync(pattern, 'u', { timeout: 2_000 }).status === 'vulnerable' ? [`pattern-not-safe ${at}`] : [];
  });
}

/** Every pattern wherever it stands: in a field, in a part of one, in a column of a table. */
function statedPatterns(schema: JsonSchema, at: string): readonly { at: string; pattern: string }[] {
  const own = schema.pattern === undefined ? [] : [{ at, pattern: schema.pattern }];
  const items = schema.items ? statedPatterns(schema.items, `${at}/*`) : [];
  const parts = Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
    part === false ? [] : statedPatterns(part, `${at}/${key}`),
  );
  return [...own, ...items, ...parts];
}

function isLinear(pattern: string): boolean {
  try {
    RE2JS.compile(RE2JS.translateRegExp(pattern));
    return true;
  } catch {
    return false;
  }
}

function because({ id }: Publication, reason: string): Reason {
  return { document: id, reason };
}
