import { type Door, heldOn, TODAY, type Transaction } from '@trinhduyet/persistence';

/** What happened, as somebody is told of it. Which sentence that makes, the page knows. */
export type NoticeKind =
  | 'received'
  | 'receptionRefused'
  | 'supplementAsked'
  | 'extended'
  | 'supplemented'
  | 'reminded'
  | 'escalated'
  | 'urged'
  | 'suspended'
  | 'resumed'
  | 'opined'
  | 'dissented'
  | 'raised'
  | 'remindedAgain'
  | 'promiseMoved'
  | 'stuck'
  | 'mentioned'
  | 'consentAsked'
  | 'consented'
  | 'consentRefused'
  | 'ended';

interface Effect {
  readonly sequence: number;
  readonly effect_key: string;
  readonly dossier_id: string;
  readonly kind: NoticeKind;
  /** Of a mention: the note in which it stands. */
  readonly note: string | null;
}

/** The poke that tells of notices; its payload is the accounts that got one, as JSON. */
export const NOTICED = 'td_noticed';
/** A poke's payload is at most 8,000 bytes. */
const PEOPLE_A_POKE = 100;

const LEASE = '10 seconds';

/**
 * Delivers what the outbox holds as notices inside the system, each once: the effect's key is the notice's key, so a
 * delivery that is repeated changes nothing.
 */
export class Notices {
  constructor(
    private readonly door: Door,
    private readonly failed: (error: unknown) => void,
  ) {}

  /**
   * Delivers up to `count` effects, of each dossier only the earliest: so they come in their order. Answers how many were
   * delivered. One that fails is tried again later and holds up nobody but what follows it in its own dossier.
   */
  async deliver(count = 50): Promise<number> {
    const effects = await this.claim(count);
    let delivered = 0;
    for (const effect of effects) {
      try {
        await this.deliverOne(effect);
        delivered += 1;
      } catch (error) {
        this.failed(error);
      }
    }
    return delivered;
  }

  private claim(count: number): Promise<readonly Effect[]> {
    return this.door.asActor({ kind: 'bulk' }, (transaction) =>
      transaction.query<Effect>(
        `UPDATE outbox SET not_before = clock_timestamp() + interval '${LEASE}' * (attempts + 1), attempts = attempts + 1
         WHERE effect_key IN (
           SELECT effect_key FROM outbox o WHERE done_at IS NULL AND not_before <= clock_timestamp() AND NOT EXISTS (
             SELECT FROM outbox earlier WHERE earlier.dossier_id = o.dossier_id AND earlier.done_at IS NULL
               AND (earlier.payload ->> 'sequence')::integer < (o.payload ->> 'sequence')::integer)
           ORDER BY not_before LIMIT ${count} FOR UPDATE SKIP LOCKED)
         RETURNING effect_key, dossier_id, kind, payload ->> 'note' AS note, (payload ->> 'sequence')::integer AS sequence`,
      ),
    );
  }

  private async deliverOne(effect: Effect): Promise<void> {
    const { effect_key, dossier_id, kind } = effect;
    await this.door.asActor({ kind: 'system', dossier: dossier_id }, async (transaction) => {
      const people = await recipients(transaction, effect);
      await transaction.query(
        `INSERT INTO notice (effect_key, account_id, dossier_id, kind, at)
         SELECT $1, account, $3, $4, door.now() FROM unnest($2::uuid[]) AS account ON CONFLICT DO NOTHING`,
        [effect_key, people, dossier_id, kind],
      );
      await transaction.query('UPDATE outbox SET done_at = clock_timestamp() WHERE effect_key = $1', [effect_key]);
      for (let from = 0; from < people.length; from += PEOPLE_A_POKE) {
        transaction.pokeAfterwards(NOTICED, JSON.stringify(people.slice(from, from + PEOPLE_A_POKE)));
      }
    });
  }
}

/** Who is told: the applicant of what concerns the request, officials of what waits for them, heads of what is late. */
async function recipients(transaction: Transaction, effect: Effect): Promise<readonly string[]> {
  const { dossier_id, kind, note } = effect;
  if (kind === 'mentioned') return accounts(transaction, MENTIONED, [dossier_id, note]);
  if (!OF_ONE_PLACE.has(kind)) return accounts(transaction, audiences('')[AUDIENCE[kind]], [dossier_id]);
  const place = await placeOf(transaction, effect);
  return accounts(transaction, audiences('AND t.place_key = $2')[AUDIENCE[kind]], [dossier_id, place]);
}

async function accounts(transaction: Transaction, sql: string, parameters: readonly unknown[]) {
  const rows = await transaction.query<{ account_id: string }>(sql, parameters);
  return rows.map(({ account_id }) => account_id);
}

/** Where a dossier stands at several places, only those of the place are told. */
const OF_ONE_PLACE: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  ...(['reminded', 'remindedAgain', 'escalated', 'raised'] as const),
  ...(['opined', 'dissented', 'consentAsked', 'consented', 'consentRefused'] as const),
]);

/** The place that an event is about: its own, that of its task, or of an opinion the one that it was asked for. */
async function placeOf(transaction: Transaction, { dossier_id, sequence, kind }: Effect): Promise<string | undefined> {
  const row = await transaction.one<{ place: string | null }>(
    `WITH own AS (
       SELECT coalesce(data ->> 'place', regexp_replace(data ->> 'task', '[.][0-9]+$', '')) AS place
       FROM event WHERE dossier_id = $1 AND sequence = $2)
     SELECT CASE WHEN $3 = 'opined' THEN (
         SELECT c.data #>> '{beside,place}' FROM event c WHERE c.dossier_id = $1 AND c.type = 'consulted' AND c.data ->> 'place' = own.place)
       ELSE own.place END AS place FROM own`,
    [dossier_id, sequence, kind],
  );
  return row?.place ?? undefined;
}

const AUDIENCE: Readonly<Record<Exclude<NoticeKind, 'mentioned'>, Audience>> = {
  stuck: 'administrators',
  received: 'applicant',
  receptionRefused: 'applicant',
  supplementAsked: 'applicant',
  extended: 'applicant',
  ended: 'applicant',
  supplemented: 'holders',
  suspended: 'applicant',
  resumed: 'applicant',
  urged: 'holders',
  opined: 'holders',
  dissented: 'holders',
  reminded: 'holders',
  remindedAgain: 'holders',
  escalated: 'heads',
  raised: 'leaders',
  promiseMoved: 'applicant',
  consentAsked: 'answerers',
  consented: 'holders',
  consentRefused: 'holders',
};

const APPLICANT = 'SELECT applicant_id AS account_id FROM dossier WHERE dossier_id = $1';
const HELD = heldOn(TODAY);

/** Whoever administers a unit that the dossier belongs to: what waits for nobody is theirs to put right. */
const ADMINISTRATORS = `
  SELECT DISTINCT h.account_id FROM dossier d JOIN post p ON p.duty = 'administrator' AND p.unit_id IN (d.commune_id, d.district_id, d.province_id)
    JOIN holding h USING (post_id) WHERE d.dossier_id = $1 AND ${HELD}`;
const NOBODY_ASKED = 'NOT EXISTS (SELECT FROM task t WHERE t.dossier_id = $1)';

/** SQL for whom to tell because of the open tasks, all of them or those that `at` leaves. */
function audiences(at: string) {
  /** Whoever the tasks wait for: the assignee, else everybody who holds the post. */
  const holders = `
    SELECT DISTINCT h.account_id FROM task t JOIN post p USING (post_id) JOIN holding h USING (post_id)
    WHERE t.dossier_id = $1 ${at} AND ${HELD} AND (t.assignee_id IS NULL OR t.assignee_id = h.account_id)`;
  const bySide = (side: string) => `
    SELECT DISTINCT h.account_id FROM task t JOIN post p ON ${side} JOIN holding h ON h.post_id = p.post_id
    WHERE t.dossier_id = $1 ${at} AND ${HELD}`;
  const heads = bySide(`p.office_id = t.office_id AND p.duty = 'head'`);
  const leaders = bySide(`p.unit_id = t.unit_id AND p.duty = 'leader'`);
  return {
    applicant: APPLICANT,
    administrators: ADMINISTRATORS,
    holders,
    /** At the due date: whoever has the step and the head of the office; where nobody is asked, whoever administers the unit. */
    heads: `${holders} UNION ${heads} UNION (${ADMINISTRATORS} AND ${NOBODY_ASKED})`,
    /** When it is still late: the leaders of the unit; where it has none, whoever administers it or the units above. */
    leaders: `WITH leaders AS (${leaders})
      SELECT account_id FROM leaders UNION (${ADMINISTRATORS} AND NOT EXISTS (SELECT FROM leaders))`,
    /** Whoever may consent to what the holder asks for. */
    answerers: `${heads} UNION ${leaders}`,
  };
}
type Audience = keyof ReturnType<typeof audiences>;

/** Whoever a note calls by name, unless it was withdrawn before they were told. */
const MENTIONED = `
  SELECT m.account_id FROM talk_mention m JOIN talk_note n USING (dossier_id, note_id)
  WHERE m.dossier_id = $1 AND m.note_id = $2 AND n.withdrawn_at IS NULL`;

export interface NoticeLine {
  readonly key: string;
  readonly dossier: string;
  readonly kind: NoticeKind;
  readonly at: string;
  readonly read: boolean;
  readonly code: string;
  readonly requestType: string;
}

const MOST_LISTED = 50;

/** The latest notices of whoever is at the door. A dossier that has gone out of their sight has no code here. */
export function noticesOf(transaction: Transaction, account: string): Promise<readonly NoticeLine[]> {
  return transaction.query<NoticeLine>(
    `SELECT n.effect_key AS key, n.dossier_id AS dossier, n.kind, n.at, n.read_at IS NOT NULL AS read,
       coalesce(d.code, d.lookup_code, '') AS code, coalesce(d.request_type, '') AS "requestType"
     FROM notice n LEFT JOIN dossier d USING (dossier_id) WHERE n.account_id = $1 ORDER BY n.at DESC LIMIT ${MOST_LISTED}`,
    [account],
  );
}

export async function markNoticesRead(transaction: Transaction, account: string): Promise<void> {
  await transaction.query('UPDATE notice SET read_at = door.now() WHERE account_id = $1 AND read_at IS NULL', [
    account,
  ]);
}
