import type { PrincipalPost } from '@trinhduyet/access';
import type { Door, Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { Language } from '@trinhduyet/text';
import { createHash, randomBytes } from 'node:crypto';
import { fits } from './passwords';
import { admit, type Attempt, forgive } from './throttle';

export interface Account {
  readonly id: string;
  readonly kind: 'applicant' | 'official';
  readonly name: string;
  readonly language: Language;
}
/** Somebody with a session, and, where that was asked for, the posts that they hold today. */
export interface Session extends Account {
  readonly posts: readonly PrincipalPost[];
}
export interface SignedIn {
  readonly account: Account;
  /** Goes into the cookie; only its digest is kept. */
  readonly token: string;
}

export interface DemoAccount extends Pick<Account, 'kind' | 'name'> {
  readonly login: string;
  readonly who: { readonly vi: string; readonly en: string };
}

/** A session ends after a working day, and after half of one without a sign of life. */
const LIFE = '12 hours';
const IDLE = '4 hours';
/** Seeing a session again is written down this often at most. */
const SEEN_EVERY = '1 minute';

/** Who somebody is: signing in and out, and the sessions between. */
export class Identity {
  constructor(private readonly door: Door) {}

  /** Signs in by login and password. One answer, and one time, for a wrong account and a wrong password. */
  async signIn({ login, password, address }: { login: string; password: string; address: string }): Promise<SignedIn> {
    const attempt: Attempt = { login: login.trim().toLowerCase(), address };
    const stored = await this.atGate(async (transaction) => {
      await admit(transaction, attempt);
      return findAccount(transaction, attempt.login);
    });
    const isRight = await fits(stored?.passwordHash, password);
    if (!stored || !isRight) throw new Problem('wrong-credentials');
    return this.atGate(async (transaction) => {
      await forgive(transaction, attempt);
      return open(transaction, stored.account);
    });
  }

  /** Signs in as one of the accounts that the demo made; nobody else has one. */
  async signInToDemo(login: string): Promise<SignedIn> {
    return this.atGate(async (transaction) => {
      const stored = await findAccount(transaction, login);
      if (!stored?.demo) throw new Problem('not-found');
      return open(transaction, stored.account);
    });
  }

  /** The accounts that the demo made, with what each of them does; applicants first, then from the village upwards. */
  demoAccounts(): Promise<readonly DemoAccount[]> {
    return this.atGate((transaction) =>
      transaction.query<DemoAccount>(
        `SELECT a.login, a.name, a.kind, coalesce(
           (SELECT jsonb_build_object('vi', string_agg(p.title || ', ' || u.name, '; ' ORDER BY u.training, p.post_id),
              'en', string_agg(p.title_en || ', ' || u.name, '; ' ORDER BY u.training, p.post_id))
            FROM holding h JOIN post p USING (post_id) JOIN unit u ON u.unit_id = p.unit_id WHERE h.account_id = a.account_id),
           '{"vi": "Người nộp hồ sơ", "en": "Applicant"}') AS who
         FROM account a WHERE a.demo ORDER BY a.kind, a.account_id`,
      ),
    );
  }

  /** Whose session a token is; undefined when it is over or was never one. With `posts`: those that are held today. */
  async sessionOf(token: string, { posts = false } = {}): Promise<Session | undefined> {
    const [session] = await this.door.asNobody<Session>(
      'SELECT id, kind, name, language, posts FROM door.session_of($1, $2::interval, $3::interval, $4)',
      [digest(token), IDLE, SEEN_EVERY, posts],
    );
    return session;
  }

  /** Which of these sessions, by their keys, are still open. Asking is no sign of life. */
  async openSessions(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.atGate((transaction) =>
      transaction.query<{ key: string }>(
        `SELECT encode(s.token_digest, 'hex') AS key FROM session s JOIN account a USING (account_id)
         WHERE s.token_digest = ANY (SELECT decode(key, 'hex') FROM unnest($1::text[]) AS key) AND a.disabled_at IS NULL
           AND s.expires_at > clock_timestamp() AND s.seen_at > clock_timestamp() - interval '${IDLE}'`,
        [keys],
      ),
    );
    return new Set(rows.map(({ key }) => key));
  }

  async signOut(token: string): Promise<void> {
    await this.atGate((transaction) =>
      transaction.query('DELETE FROM session WHERE token_digest = $1', [digest(token)]),
    );
  }

  private atGate<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'gate' }, work);
  }
}

interface StoredAccount {
  readonly account: Account;
  readonly passwordHash: string;
  readonly demo: boolean;
}

async function findAccount(transaction: Transaction, login: string): Promise<StoredAccount | undefined> {
  const row = await transaction.one<Account & { passwordHash: string; demo: boolean }>(
    `SELECT account_id AS id, kind, name, language, door.password_of(account_id) AS "passwordHash", demo FROM account
     WHERE login = $1 AND disabled_at IS NULL`,
    [login],
  );
  if (!row) return undefined;
  const { passwordHash, demo, ...account } = row;
  return { account, passwordHash, demo };
}

async function open(transaction: Transaction, account: Account): Promise<SignedIn> {
  const token = randomBytes(32).toString('base64url');
  await transaction.query('DELETE FROM session WHERE expires_at < clock_timestamp()');
  await transaction.query(
    `INSERT INTO session (token_digest, account_id, created_at, seen_at, expires_at)
     VALUES ($1, $2, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '${LIFE}')`,
    [digest(token), account.id],
  );
  return { account, token };
}

/** Names a session without opening it. */
export function sessionKey(token: string): string {
  return digest(token).toString('hex');
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
