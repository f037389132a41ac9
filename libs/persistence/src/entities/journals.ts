import { binary, integer, key, moment, table, text, uuid } from './columns';

export const RefusalEntity = table({
  name: 'refusal',
  columns: {
    at: key(moment()),
    refusalId: key(uuid()),
    accountId: uuid(),
    dossierId: uuid(),
    command: text(),
    code: text(),
  },
});

export const AccessLogEntity = table({
  name: 'access_log',
  columns: { at: key(moment()), accessId: key(uuid()), accountId: uuid(), dossierId: uuid(), what: text() },
});

export const JournalSealEntity = table({
  name: 'journal_seal',
  columns: { journal: key(text()), sealedTo: key(moment()), rows: integer(), previous: binary(), hash: binary() },
  checks: { journal_seal_journal_check: `journal IN ('refusal', 'access_log')` },
});
