import { importUnits, staff } from '@trinhduyet/directory';
import { hashPassword } from '@trinhduyet/identity';
import { AccountEntity, type Owner } from '@trinhduyet/persistence';
import { v7 } from 'uuid';
import { APPLICANTS, type DemoPerson, OFFICIALS, type Official, STAFFINGS } from './people';

export type Accounts = Readonly<Record<string, string>>;

/** Units, offices and people of the demo; repeatable. Answers with account ids by login. */
export async function seedPeople(owner: Owner, password: string): Promise<Accounts> {
  await importUnits(owner);
  const hash = await hashPassword(password);
  const known = new Map(
    (await owner.transaction((transaction) => transaction.all(AccountEntity))).map(({ login, accountId }) => [
      login,
      accountId,
    ]),
  );
  const idOf = ({ login }: DemoPerson) => known.get(login) ?? known.set(login, v7()).get(login) ?? '';
  const account = (kind: 'applicant' | 'official') => (each: DemoPerson) => ({
    accountId: idOf(each),
    kind,
    login: each.login,
    name: each.name,
    passwordHash: hash,
    language: 'vi' as const,
    demo: true,
    disabledAt: null,
    createdAt: new Date().toISOString(),
  });
  const rows = [...APPLICANTS.map(account('applicant')), ...Object.values(OFFICIALS).map(account('official'))];
  await owner.transaction((transaction) => transaction.upsert(AccountEntity, rows, ['accountId']));
  for (const { people, ...staffing } of STAFFINGS) await staff(owner, { ...staffing, people: seated(people, idOf) });
  return Object.fromEntries(known);
}

function seated(people: Readonly<Record<string, readonly Official[]>>, idOf: (person: DemoPerson) => string) {
  return Object.fromEntries(
    Object.entries(people).map(([post, names]) => [post, names.map((name) => idOf(OFFICIALS[name]))]),
  );
}
