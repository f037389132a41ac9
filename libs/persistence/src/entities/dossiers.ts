import { binary, bool, day, integer, json, key, moment, optional, smallint, table, text, uuid } from './columns';

/** The tables of dossiers, as the drift test compares them. The dossier service writes them in SQL of its own. */
const ofDossier = (name: string) => ({ [`${name}_dossier_fk`]: ['dossierId', 'dossier', 'dossierId'] as const });
const kept = {
  salt: optional(binary()),
  digest: text(),
};

export const DossierEntity = table({
  name: 'dossier',
  columns: {
    dossierId: key(uuid()),
    applicantId: uuid(),
    requestType: text(),
    status: text(),
    ending: optional(text()),
    sequence: integer(),
    state: json(),
    stateVersion: smallint(),
    head: binary(),
    communeId: text(),
    districtId: optional(text()),
    provinceId: text(),
    receptionUnitId: text(),
    villageId: optional(text()),
    training: bool(),
    lookupCode: text(),
    code: optional(text()),
    subjectKey: optional(binary()),
    maskedName: text(),
    searchText: text(),
    submittedAt: moment(),
    receivedOn: optional(day()),
    promisedOn: optional(day()),
    endedAt: optional(moment()),
  },
  uniques: { dossier_lookup_code_idx: ['lookupCode'], dossier_code_idx: ['code'] },
  indicesOfMigration: [
    'dossier_applicant_idx',
    'dossier_subject_idx',
    'dossier_commune_idx',
    'dossier_search_idx',
    'dossier_open_commune_idx',
    'dossier_open_reception_idx',
  ],
  checks: {
    dossier_status_check: `status IN ('open', 'ended')`,
    dossier_ending_check: `ending IN ('approved', 'rejected', 'refused', 'withdrawn', 'stopped')`,
    dossier_ended_check: `(status = 'ended') = (ending IS NOT NULL)`,
  },
  references: {
    dossier_applicant_fk: ['applicantId', 'account', 'accountId'],
    dossier_commune_fk: ['communeId', 'unit', 'unitId'],
  },
});

export const DraftEntity = table({
  name: 'draft',
  columns: {
    dossierId: key(uuid()),
    applicantId: uuid(),
    requestType: text(),
    formId: text(),
    document: json(),
    page: text(),
    version: integer(),
    createdAt: moment(),
    updatedAt: moment(),
  },
  indicesOfMigration: ['draft_applicant_idx'],
  references: {
    draft_applicant_fk: ['applicantId', 'account', 'accountId'],
    draft_form_fk: ['formId', 'publication', 'publicationId'],
  },
});

export const EventEntity = table({
  name: 'event',
  columns: {
    dossierId: key(uuid()),
    sequence: key(integer()),
    type: text(),
    at: moment(),
    data: json(),
    previous: binary(),
    hash: binary(),
  },
  references: ofDossier('event'),
});

export const DecisionEntity = table({
  name: 'decision',
  columns: { dossierId: key(uuid()), taskKey: key(text()), sequence: integer(), accountId: uuid() },
  references: ofDossier('decision'),
});

export const TaskEntity = table({
  name: 'task',
  columns: {
    dossierId: key(uuid()),
    taskKey: key(text()),
    placeKey: text(),
    step: text(),
    stepTitle: json(),
    kind: text(),
    postId: text(),
    officeId: text(),
    unitId: text(),
    assigneeId: optional(uuid()),
    claimedBy: optional(uuid()),
    enteredAt: moment(),
    dueAt: optional(moment()),
    notBefore: optional(moment()),
    promisedOn: optional(day()),
    requestType: text(),
    code: text(),
    maskedName: text(),
    villageId: optional(text()),
    training: bool(),
  },
  uniques: { task_place_post_idx: ['dossierId', 'placeKey', 'postId'] },
  indices: { task_inbox_idx: ['postId', 'dueAt', 'dossierId', 'taskKey'], task_office_idx: ['unitId', 'dueAt'] },
  references: ofDossier('task'),
});

export const RevisionEntity = table({
  name: 'revision',
  columns: {
    dossierId: key(uuid()),
    revisionId: key(uuid()),
    number: integer(),
    formId: text(),
    document: optional(json()),
    ...kept,
    accountId: uuid(),
    at: moment(),
  },
  references: { ...ofDossier('revision'), revision_form_fk: ['formId', 'publication', 'publicationId'] },
});

export const NoteEntity = table({
  name: 'note',
  columns: {
    dossierId: key(uuid()),
    noteId: key(uuid()),
    kind: text(),
    body: optional(json()),
    ...kept,
    accountId: uuid(),
    at: moment(),
  },
  checks: { note_kind_check: `kind IN ('reason', 'supplement')` },
  references: ofDossier('note'),
});

export const EntryEntity = table({
  name: 'entry',
  columns: {
    dossierId: key(uuid()),
    entryId: key(uuid()),
    formId: text(),
    step: text(),
    taskKey: text(),
    document: optional(json()),
    ...kept,
    accountId: uuid(),
    at: moment(),
  },
  references: { ...ofDossier('entry'), entry_form_fk: ['formId', 'publication', 'publicationId'] },
});

export const EntryDraftEntity = table({
  name: 'entry_draft',
  columns: {
    dossierId: key(uuid()),
    taskKey: key(text()),
    accountId: key(uuid()),
    document: json(),
    note: text(),
    updatedAt: moment(),
  },
  references: ofDossier('entry_draft'),
});

export const PaperEntity = table({
  name: 'paper',
  columns: {
    dossierId: key(uuid()),
    paperId: key(uuid()),
    kind: text(),
    regulation: optional(text()),
    unitId: text(),
    content: optional(json()),
    ...kept,
    at: moment(),
  },
  references: ofDossier('paper'),
});

export const PaperFileEntity = table({
  name: 'paper_file',
  columns: {
    dossierId: key(uuid()),
    paperId: key(uuid()),
    number: optional(text()),
    issuedOn: optional(day()),
    storageKey: uuid(),
    sha256: optional(text()),
    bytes: optional(integer()),
    madeAt: optional(moment()),
    notBefore: moment(),
    attempts: integer(),
  },
  indicesOfMigration: ['paper_file_due_idx'],
  checks: {
    paper_file_made_check: '(made_at IS NULL) = (sha256 IS NULL) AND (made_at IS NULL) = (bytes IS NULL)',
  },
  references: ofDossier('paper_file'),
});

export const NumberBlockEntity = table({
  name: 'number_block',
  columns: {
    unitId: key(text()),
    register: key(text()),
    year: key(integer()),
    first: key(integer()),
    last: integer(),
    accountId: uuid(),
    at: moment(),
  },
  checks: { number_block_order_check: '0 < first AND first <= last' },
  references: { number_block_unit_fk: ['unitId', 'unit', 'unitId'] },
});

export const AttachmentEntity = table({
  name: 'attachment',
  columns: {
    dossierId: key(uuid()),
    attachmentId: key(uuid()),
    accountId: uuid(),
    field: text(),
    name: text(),
    mediaType: text(),
    bytes: integer(),
    sha256: text(),
    storageKey: text(),
    at: moment(),
  },
  references: { attachment_account_fk: ['accountId', 'account', 'accountId'] },
});

export const NumberRegisterEntity = table({
  name: 'number_register',
  columns: { unitId: key(text()), register: key(text()), period: key(text()), last: integer() },
});

export const PaperNumberEntity = table({
  name: 'paper_number',
  columns: {
    unitId: key(text()),
    register: key(text()),
    year: key(integer()),
    number: key(text()),
    dossierId: uuid(),
    kind: text(),
    issuedOn: day(),
    at: moment(),
  },
  indices: { paper_number_dossier_idx: ['dossierId'] },
  references: ofDossier('paper_number'),
});

export const IdempotencyEntity = table({
  name: 'idempotency',
  columns: { key: key(uuid()), accountId: key(uuid()), requestDigest: binary(), status: smallint(), body: json() },
});
