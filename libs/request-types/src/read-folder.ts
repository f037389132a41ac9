import type { Chain } from '@trinhduyet/approval';
import type { DecisionTable } from '@trinhduyet/feel';
import type { FormDocument } from '@trinhduyet/form';
import type { OneStopPapers, PaperTemplate, RequestType } from '@trinhduyet/programme';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One document as it is published: text, named by id and by digest. */
export interface Publication {
  readonly id: string;
  readonly kind: 'request-type' | 'form' | 'chain' | 'paper' | 'checks' | 'table';
  readonly sha256: string;
  readonly body: string;
}

/** Everything of one request type, from its folder. The folder's format is the one that the designers write. */
export interface RequestTypeFolder {
  readonly definition: RequestType;
  readonly publications: readonly Publication[];
}

export function publication(id: string, kind: Publication['kind'], body: string): Publication {
  return { id, kind, body, sha256: createHash('sha256').update(body).digest('hex') };
}

export function readRequestTypeFolder(folder: string): RequestTypeFolder {
  const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
  const body = text('request-type.json');
  const definition = JSON.parse(body) as RequestType;
  const { key, version, form, chains, stepForms, papers, tables = [] } = definition;
  const id = (name: string) => `${key}/${name}@${version}`;
  return {
    definition,
    publications: [
      publication(`${key}@${version}`, 'request-type', body),
      publication(id(form), 'form', formText(join(folder, form))),
      ...stepForms.map((name) => publication(id(`steps/${name}`), 'form', formText(join(folder, 'steps', name)))),
      ...chains.map((name) => publication(id(`chains/${name}`), 'chain', text('chains', `${name}.json`))),
      ...papers.map((name) => publication(id(`papers/${name}`), 'paper', text('papers', `${name}.json`))),
      ...tables.map((name) => publication(id(`tables/${name}`), 'table', text('tables', `${name}.json`))),
    ],
  };
}

/** Schema, uiSchema and translation, each with the bytes of its file. */
function formText(folder: string): string {
  const part = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
  return `{"schema":${part('schema.json')},"ui":${part('ui.json')},"en":${part('texts.en.json')}}`;
}

/** The forms of the one-stop shop, by regulation. */
export function readOneStopPapers(folder: string): readonly Publication[] {
  return readdirSync(folder).map((file) => {
    const body = readFileSync(join(folder, file), 'utf8');
    const { version = 1 } = JSON.parse(body) as OneStopPapers;
    return publication(`one-stop/${file.replace('.json', '')}@${version}`, 'paper', body);
  });
}

/** Request types that stand in a folder of folders, and the papers that all of them share. */
export function readForms(folder: string): {
  readonly types: readonly RequestTypeFolder[];
  readonly oneStop: readonly Publication[];
} {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !['one-stop', 'dist', 'node_modules'].includes(entry.name),
  );
  return {
    types: names.map(({ name }) => readRequestTypeFolder(join(folder, name))),
    oneStop: readOneStopPapers(join(folder, 'one-stop')),
  };
}

export const asForm = ({ body }: Publication) => JSON.parse(body) as FormDocument;
export const asChain = ({ body }: Publication) => JSON.parse(body) as Chain;
export const asTable = ({ body }: Publication) => JSON.parse(body) as DecisionTable;
export const asPaper = ({ body }: Publication) => JSON.parse(body) as PaperTemplate;
export const asRequestType = ({ body }: Publication) => JSON.parse(body) as RequestType;
export const asOneStop = ({ body }: Publication) => JSON.parse(body) as OneStopPapers;
