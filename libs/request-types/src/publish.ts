import { type Owner, PublicationEntity, RequestTypeEntity } from '@trinhduyet/persistence';
import { inspect } from './inspect';
import { asForm, publication, type Publication, readForms, type RequestTypeFolder } from './read-folder';
import { standaloneCheck } from './schema-check';

/** Publishes every request type of a folder that is not published yet. A published version never changes: another text under its name throws. */
export async function publishForms(owner: Owner, folder: string): Promise<void> {
  const { types, oneStop } = readForms(folder);
  const stored = await storedDigests(owner);
  const isNew = ({ publications }: RequestTypeFolder) =>
    publications.some(({ id, sha256 }) => stored.get(id) !== sha256);
  const changed = types.filter(isNew);
  const reasons = changed.flatMap(inspect);
  if (reasons.length > 0) {
    throw new Error(`Not published:\n${reasons.map(({ document, reason }) => `  ${document}: ${reason}`).join('\n')}`);
  }
  // First what every type draws its receipts from: a type that is in force can be received.
  await store(owner, oneStop);
  for (const type of changed) await publishType(owner, type);
}

async function publishType(owner: Owner, { definition, publications }: RequestTypeFolder): Promise<void> {
  const checks = publications.filter(({ kind }) => kind === 'form').map(checksOf);
  await store(owner, [...publications, ...checks]);
  const { key, version, validFrom, validTo } = definition;
  const row = {
    key,
    version,
    publicationId: `${key}@${version}`,
    validFrom,
    validTo: validTo ?? null,
    publishedAt: new Date().toISOString(),
  };
  await owner.transaction((transaction) => transaction.add(RequestTypeEntity, row));
}

/** The check of a form for the browser, made once. */
function checksOf(form: Publication): Publication {
  return publication(`${form.id}/checks`, 'checks', standaloneCheck(asForm(form).schema).code);
}

async function storedDigests(owner: Owner): Promise<ReadonlyMap<string, string>> {
  const rows = await owner.transaction((transaction) => transaction.all(PublicationEntity));
  return new Map(rows.map(({ publicationId, sha256 }) => [publicationId, sha256]));
}

async function store(owner: Owner, publications: readonly Publication[]): Promise<void> {
  const rows = publications.map(({ id: publicationId, ...rest }) => ({ publicationId, ...rest }));
  const stored = await storedDigests(owner);
  const isChanged = (row: (typeof rows)[number]) =>
    row.kind !== 'checks' && stored.has(row.publicationId) && stored.get(row.publicationId) !== row.sha256;
  const changed = rows.find(isChanged);
  if (changed) throw new Error(`${changed.publicationId} is published with another text. Raise its version.`);
  await owner.transaction((transaction) => transaction.upsert(PublicationEntity, rows, ['publicationId']));
}
