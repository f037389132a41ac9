import { type PrincipalPost, unitsOf } from '@trinhduyet/access';
import type { Day } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { PublishedType } from '@trinhduyet/request-types';

/** Numbers of one register and year that a văn thư has set aside for papers of this system. */
export interface NumberBlock {
  readonly unit: string;
  readonly unitName: string;
  readonly register: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly used: readonly number[];
  readonly by: string | null;
  readonly at: string;
}

export type NewBlock = Pick<NumberBlock, 'unit' | 'register' | 'year' | 'first' | 'last'>;

/** Units whose numbers somebody gives. */
export function archivesOf(posts: readonly PrincipalPost[]): readonly string[] {
  return unitsOf(posts, 'archivist');
}

/** The same with their names. */
export function archives(transaction: Transaction): Promise<readonly { unit: string; name: string }[]> {
  return transaction.query('SELECT unit_id AS unit, name FROM unit WHERE unit_id = ANY ($1) ORDER BY name', [
    archivesOf(transaction.posts),
  ]);
}

/** Symbols of the papers that are numbered where somebody is văn thư: each is a register of its own. */
export async function registersServed(
  transaction: Transaction,
  types: readonly PublishedType[],
  day: Day,
): Promise<string[]> {
  const served = await functionsServed(transaction, day);
  const symbols = types.flatMap(({ chains, papers }) =>
    chains.flatMap(({ chain }) =>
      chain.steps.flatMap((step) => {
        if (step.kind !== 'review' || !step.numbers) return [];
        const { who, numbers } = step;
        const isTheirs = served.some((each) => each.tier === who.tier && each.function === who.function);
        return isTheirs ? (papers[numbers.paper]?.symbol ?? []) : [];
      }),
    ),
  );
  return [...new Set(symbols)].sort();
}

/** What the offices are there for whose văn thư somebody is. */
function functionsServed(transaction: Transaction, day: Day): Promise<readonly { tier: string; function: string }[]> {
  const offices = transaction.posts.filter(({ duty }) => duty === 'archivist').map(({ office }) => office);
  return transaction.query(
    `SELECT u.tier, f.function FROM office_function f JOIN unit u USING (unit_id)
     WHERE f.office_id = ANY ($1) AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR $2::date < f.valid_to)`,
    [offices, day],
  );
}

/** What is reserved in somebody's units, the latest year first, and which of it is given. */
export function numberBlocks(transaction: Transaction): Promise<readonly NumberBlock[]> {
  return transaction.query<NumberBlock>(
    `SELECT b.unit_id AS unit, u.name AS "unitName", b.register, b.year, b.first, b.last, a.name AS by, b.at,
       ARRAY(SELECT n FROM door.used_numbers(b.unit_id, b.register, b.year) n WHERE n BETWEEN b.first AND b.last ORDER BY n) AS used
     FROM number_block b JOIN unit u USING (unit_id) LEFT JOIN account a USING (account_id)
     WHERE b.unit_id = ANY ($1) ORDER BY b.year DESC, u.name, b.register, b.first`,
    [archivesOf(transaction.posts)],
  );
}

/** Sets numbers aside. Overlapping what is reserved already is the problem `block-overlaps`; another unit's is `forbidden`. */
export async function reserveNumbers(transaction: Transaction, account: string, block: NewBlock): Promise<void> {
  const { unit, register, year, first, last } = block;
  if (!archivesOf(transaction.posts).includes(unit)) throw new Problem('forbidden');
  // Two at once: the second looks once the first is done.
  await transaction.lock(`numbers:${unit}/${register}/${year}`);
  const added = await transaction.query(
    `INSERT INTO number_block (unit_id, register, year, first, last, account_id, at)
     SELECT $1, $2, $3, $4, $5, $6, door.now() WHERE NOT EXISTS (SELECT FROM number_block
       WHERE unit_id = $1 AND register = $2 AND year = $3 AND first <= $5 AND last >= $4)
     RETURNING first`,
    [unit, register, year, first, last, account],
  );
  if (added.length === 0) throw new Problem('block-overlaps');
}

/** The next number of a unit's blocks that no paper has, as it is written: `05/QĐ-UBND`. Undefined where none is left. */
export async function nextNumber(
  transaction: Transaction,
  { unit, register, year }: Pick<NewBlock, 'unit' | 'register' | 'year'>,
): Promise<string | undefined> {
  const row = await transaction.one<{ number: number }>(
    `SELECT n AS number FROM number_block b CROSS JOIN LATERAL generate_series(b.first, b.last) n
     WHERE b.unit_id = $1 AND b.register = $2 AND b.year = $3 AND n NOT IN (SELECT door.used_numbers($1, $2, $3)) ORDER BY n LIMIT 1`,
    [unit, register, year],
  );
  return row && `${String(row.number).padStart(2, '0')}/${register}`;
}
