import { type Chain, nameOfStep } from '@trinhduyet/approval';
import type { CompiledTable, DecisionTable } from '@trinhduyet/feel';
import {
  BOOLEAN,
  check,
  choiceOf,
  DATE,
  type Environment,
  MONEY,
  NUMBER,
  parse,
  recordOf,
  type TableFinding,
  type TableTypes,
  typeOfTable,
  verifyTable,
} from '@trinhduyet/feel/publish';
import { environmentOf, expressionFindings } from '@trinhduyet/form/publish';
import type { RequestType } from '@trinhduyet/programme';
import { asForm, asRequestType, asTable, type Publication } from './read-folder';

type Publications = readonly Publication[];
export interface Fault {
  readonly document: Publication;
  readonly reason: string;
}

/** The tables of a request type that can run, by key; what is wrong with one is told by `expressions`. */
export function tablesOf(publications: Publications): ReadonlyMap<string, CompiledTable> {
  const tables = publications.filter(({ kind }) => kind === 'table').map((each) => verifyTable(asTable(each)).table);
  return new Map(tables.flatMap((table) => (table ? [[table.key, table]] : [])));
}

/** What is wrong with anything that a request type says in the language of rules: in its forms, its own rules, its tables. */
export function expressions(publications: Publications): readonly Fault[] {
  const type = publications.find(({ kind }) => kind === 'request-type');
  if (!type) return [];
  const given = givenBy(asRequestType(type));
  const scopes = scopesOf(publications, given);
  const tables: TableTypes = Object.fromEntries(
    publications.filter(({ kind }) => kind === 'table').map((each) => [asTable(each).key, typeOfTable(asTable(each))]),
  );
  return [
    ...scopes.flatMap(({ document, own }) =>
      expressionFindings(asForm(document), own, tables).map(({ at, detail }) => ({
        document,
        reason: `rule ${at} ${detail}`,
      })),
    ),
    ...conditionsOf(asRequestType(type)).flatMap(({ name, when }) =>
      check(parse(when), { ...environmentOf(mainForm(publications)), ...given }, BOOLEAN, tables).problems.map(
        ({ reason, from, part }) => ({ document: type, reason: `${name} ${reason} at ${from}: ${part}` }),
      ),
    ),
    ...publications.filter(({ kind }) => kind === 'table').flatMap((document) => ofTable(document, scopes)),
  ];
}

/** What a chain's conditions may read: the form, what is filled in at its steps, what was decided, and the rules in force. */
export function chainEnvironment(publications: Publications, { steps }: Chain): Environment {
  const type = publications.find(({ kind }) => kind === 'request-type');
  const form = (name: string) => publications.find(({ kind, id }) => kind === 'form' && id.includes(`/steps/${name}@`));
  const filledIn = steps.flatMap((step) => {
    const document = step.kind === 'review' && step.form !== undefined ? form(step.form) : undefined;
    return document ? [[nameOfStep(step.key), recordOf(environmentOf(asForm(document).schema))] as const] : [];
  });
  const outcomes = steps.map(({ key, routes }) => {
    const named = routes.map(({ on }) => on);
    return [nameOfStep(key), choiceOf([...new Set(named)])] as const;
  });
  return {
    ...environmentOf(mainForm(publications)),
    step: recordOf(Object.fromEntries(filledIn)),
    outcome: recordOf(Object.fromEntries(outcomes)),
    amount: MONEY,
    submitted: DATE,
    received: DATE,
    ...(type ? { rule: givenBy(asRequestType(type)).rule } : {}),
  };
}

/** Days and parameters, which are what they are without any form. */
function givenBy({ rules }: RequestType) {
  const named = rules.flatMap(({ parameters }) => Object.keys(parameters));
  return { today: DATE, received: DATE, rule: recordOf(Object.fromEntries(named.map((name) => [name, NUMBER]))) };
}

function mainForm(publications: Publications) {
  const form = publications.find(({ kind, id }) => kind === 'form' && !id.includes('/steps/'));
  return form ? asForm(form).schema : {};
}

/** Each form with what its rules may read beside it; a step's form reads the dossier's as `dossier`. */
function scopesOf(publications: Publications, given: Environment) {
  const dossier = recordOf(environmentOf(mainForm(publications)));
  return publications
    .filter(({ kind }) => kind === 'form')
    .map((document) => ({ document, own: document.id.includes('/steps/') ? { ...given, dossier } : given }));
}

/** Everything that a request type itself says in the language of rules, by the name that it has there. */
function conditionsOf({ eligibility, checklist }: RequestType): readonly { name: string; when: string }[] {
  return [
    ...eligibility.map(({ code, when }) => ({ name: code, when })),
    ...checklist.flatMap(({ key, when }) => (when === undefined ? [] : [{ name: key, when }])),
  ];
}

/** A table is typed against each form that asks it; one that nobody asks would be kept for nothing. */
function ofTable(document: Publication, scopes: ReturnType<typeof scopesOf>): readonly Fault[] {
  const table = asTable(document);
  const named = document.id.slice(document.id.lastIndexOf('/') + 1, document.id.lastIndexOf('@'));
  const asking = scopes.filter(({ document: form }) => form.body.includes(`decide(\\"${table.key}\\")`));
  const findings = asking.flatMap(({ document: form, own }) => {
    const environment = { ...environmentOf(asForm(form).schema), ...own };
    return verifyTable(table, environment).findings.map((finding) => inWords(table, finding));
  });
  return [
    ...(named === table.key ? [] : [`the table ${named} calls itself ${table.key}`]),
    ...(asking.length === 0 ? ['no form asks this table'] : []),
    ...findings,
  ].map((reason) => ({ document, reason }));
}

/** For the log of who publishes; the studio shows the same at the cells. */
function inWords({ inputs, outputs }: DecisionTable, finding: TableFinding): string {
  if (finding.code !== 'cell') return JSON.stringify(finding);
  const { cell, problem } = finding.at;
  const column = (cell.column.kind === 'input' ? inputs : outputs)[cell.column.index]?.key;
  const where = cell.rule === undefined ? column : `${column}, rule ${cell.rule + 1}`;
  return `${where}: ${problem.reason} at ${problem.from}: ${problem.part}`;
}
