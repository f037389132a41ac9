import { binary, integer, json, key, moment, optional, table, text, uuid } from './columns';

const ofDossier = (name: string) => ({ [`${name}_dossier_fk`]: ['dossierId', 'dossier', 'dossierId'] as const });
const ofAccount = (name: string) => ({ [`${name}_account_fk`]: ['accountId', 'account', 'accountId'] as const });

export const TalkNoteEntity = table({
  name: 'talk_note',
  columns: {
    dossierId: key(uuid()),
    noteId: key(uuid()),
    number: integer(),
    accountId: uuid(),
    postId: text(),
    class: text(),
    body: optional(json()),
    salt: optional(binary()),
    digest: text(),
    at: moment(),
    withdrawnAt: optional(moment()),
  },
  uniques: { talk_note_number_idx: ['dossierId', 'number'] },
  checks: { talk_note_class_check: `class IN ('personal', 'sensitive')` },
  references: { ...ofDossier('talk_note'), ...ofAccount('talk_note') },
});

export const TalkPhotoEntity = table({
  name: 'talk_photo',
  columns: {
    dossierId: key(uuid()),
    photoId: key(uuid()),
    noteId: uuid(),
    accountId: uuid(),
    name: text(),
    mediaType: text(),
    bytes: integer(),
    sha256: text(),
    storageKey: text(),
    at: moment(),
  },
  references: { ...ofDossier('talk_photo'), ...ofAccount('talk_photo') },
});

export const TalkMentionEntity = table({
  name: 'talk_mention',
  columns: { dossierId: key(uuid()), noteId: key(uuid()), accountId: key(uuid()) },
  references: { ...ofDossier('talk_mention'), ...ofAccount('talk_mention') },
});

export const TalkSeenEntity = table({
  name: 'talk_seen',
  columns: { dossierId: key(uuid()), accountId: key(uuid()), number: integer() },
  references: { ...ofDossier('talk_seen'), ...ofAccount('talk_seen') },
});

export const SupplementMarkEntity = table({
  name: 'supplement_mark',
  columns: {
    dossierId: key(uuid()),
    markId: key(uuid()),
    placeKey: text(),
    what: text(),
    field: optional(text()),
    reason: text(),
    accountId: uuid(),
    at: moment(),
  },
  uniques: { supplement_mark_what_idx: ['dossierId', 'placeKey', 'what'] },
  references: { ...ofDossier('supplement_mark'), ...ofAccount('supplement_mark') },
});
