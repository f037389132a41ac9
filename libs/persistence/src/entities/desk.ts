import { json, key, table, text, uuid } from './columns';

export const SavedFilterEntity = table({
  name: 'saved_filter',
  columns: { accountId: key(uuid()), filterId: key(uuid()), name: text(), filter: json() },
  references: { saved_filter_account_fk: ['accountId', 'account', 'accountId'] },
});

export const PhraseEntity = table({
  name: 'phrase',
  columns: { accountId: key(uuid()), phraseId: key(uuid()), text: text() },
  references: { phrase_account_fk: ['accountId', 'account', 'accountId'] },
});
