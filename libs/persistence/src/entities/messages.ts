import { integer, json, key, moment, optional, table, text, uuid } from './columns';

export const WakeEntity = table({
  name: 'wake',
  columns: {
    dossierId: key(uuid()),
    sequence: integer(),
    told: integer(),
    renewal: integer(),
    renewed: integer(),
    notBefore: moment(),
    attempts: integer(),
  },
  indicesOfMigration: ['wake_due_idx'],
  references: { wake_dossier_fk: ['dossierId', 'dossier', 'dossierId'] },
});

export const OutboxEntity = table({
  name: 'outbox',
  columns: {
    effectKey: key(text()),
    dossierId: uuid(),
    kind: text(),
    payload: json(),
    notBefore: moment(),
    attempts: integer(),
    doneAt: optional(moment()),
  },
  indicesOfMigration: ['outbox_due_idx'],
  references: { outbox_dossier_fk: ['dossierId', 'dossier', 'dossierId'] },
});

export const NoticeEntity = table({
  name: 'notice',
  columns: {
    accountId: key(uuid()),
    effectKey: key(text()),
    dossierId: uuid(),
    kind: text(),
    at: moment(),
    readAt: optional(moment()),
  },
  indicesOfMigration: ['notice_account_idx'],
  references: {
    notice_account_fk: ['accountId', 'account', 'accountId'],
    notice_dossier_fk: ['dossierId', 'dossier', 'dossierId'],
  },
});

export const HeartbeatEntity = table({
  name: 'heartbeat',
  columns: { process: key(text()), at: moment(), detail: json() },
});
