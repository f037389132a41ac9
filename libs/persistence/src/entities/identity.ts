import { binary, bool, integer, key, moment, optional, table, text, uuid } from './columns';

export interface AccountRow {
  accountId: string;
  kind: 'applicant' | 'official';
  login: string;
  name: string;
  passwordHash: string;
  language: 'vi' | 'en';
  demo: boolean;
  disabledAt: string | null;
  createdAt: string;
}
export const AccountEntity = table<AccountRow>({
  name: 'account',
  columns: {
    accountId: key(uuid()),
    kind: text(),
    login: text(),
    name: text(),
    passwordHash: text(),
    language: { ...text(), default: 'vi' },
    demo: { ...bool(), default: false },
    disabledAt: optional(moment()),
    createdAt: moment(),
  },
  uniques: { account_login_idx: ['login'] },
  checks: {
    account_kind_check: `kind IN ('applicant', 'official')`,
    account_language_check: `language IN ('vi', 'en')`,
  },
});

export interface SessionRow {
  tokenDigest: Buffer;
  accountId: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
}
export const SessionEntity = table<SessionRow>({
  name: 'session',
  columns: {
    tokenDigest: key(binary()),
    accountId: uuid(),
    createdAt: moment(),
    seenAt: moment(),
    expiresAt: moment(),
  },
  indices: { session_account_idx: ['accountId'] },
  references: { session_account_fk: ['accountId', 'account', 'accountId'] },
});

export interface AttemptRow {
  subject: string;
  failures: number;
  lastAt: string;
}
export const AttemptEntity = table<AttemptRow>({
  name: 'attempt',
  columns: { subject: key(text()), failures: integer(), lastAt: moment() },
});
