import { sealNumber, subjectKey } from '@trinhduyet/dossiers';
import {
  HouseholdCategoryEntity,
  type HouseholdCategoryRow,
  HouseholdEntity,
  HouseholdMemberEntity,
  type Owner,
  PersonEntity,
  type PersonRow,
} from '@trinhduyet/persistence';
import { fold } from '@trinhduyet/text';
import { v5 } from 'uuid';
import { type DemoHousehold, type DemoMember, HOUSEHOLDS } from './households';
import type { Accounts } from './seed-people';

/** The same ids each time, so that seeding again changes nothing. */
const NAMESPACE = '01900000-0000-7000-9000-000000000000';
const SINCE = '2015-01-01';
const FIRST_SERIAL = 100_001;

/** The household register of the demo: recognised by one decision of the commune at the end of last year's review. */
export async function seedHouseholds(owner: Owner, accounts: Accounts, secret: string): Promise<void> {
  const people = HOUSEHOLDS.flatMap((household, row) =>
    household.members.map((member, index) => personRow(household, member, { row, index, accounts, secret })),
  );
  const households = HOUSEHOLDS.map(({ commune, village }, row) => ({
    householdId: idOf('household', row),
    communeId: commune,
    villageId: village,
    headId: idOf('person', row, 0),
  }));
  const members = HOUSEHOLDS.flatMap((household, row) =>
    household.members.map(({ relation }, index) => ({
      householdId: idOf('household', row),
      personId: idOf('person', row, index),
      relation,
      since: SINCE,
      until: null,
    })),
  );
  await owner.transaction(async (transaction) => {
    await transaction.upsert(PersonEntity, people, ['personId']);
    await transaction.upsert(HouseholdEntity, households, ['householdId']);
    await transaction.upsert(HouseholdMemberEntity, members, ['householdId', 'personId', 'since']);
    await transaction.upsert(HouseholdCategoryEntity, HOUSEHOLDS.flatMap(categoryRows), ['householdId', 'validFrom']);
  });
}

const idOf = (...name: readonly (string | number)[]) => v5(name.join('/'), NAMESPACE);

interface Where {
  readonly row: number;
  readonly index: number;
  readonly accounts: Accounts;
  readonly secret: string;
}

function personRow({ commune, village, ethnicity }: DemoHousehold, member: DemoMember, where: Where): PersonRow {
  const { row, index, accounts, secret } = where;
  const { name, sex, born, phone = null, account } = member;
  const number = member.citizenNumber ?? numberOf(member, FIRST_SERIAL + 10 * row + index);
  return {
    personId: idOf('person', row, index),
    communeId: commune,
    villageId: village,
    training: commune.endsWith('@training'),
    subjectKey: subjectKey(secret, number),
    sealedNumber: sealNumber(secret, number),
    name,
    searchText: fold(name),
    dateOfBirth: born,
    birthYear: Number(born.slice(0, 4)),
    sex,
    ethnicity,
    phone,
    accountId: account === undefined ? null : (accounts[account] ?? null),
    recordedBy: null,
    recordedAt: new Date().toISOString(),
  };
}

/** Born in old Sóc Trăng: `094`, century and sex, year, and a serial that counts on (NĐ 137/2015/NĐ-CP, Đ.13). */
function numberOf({ sex, born }: DemoMember, serial: number): string {
  const century = born < '2000' ? 0 : 2;
  return `094${century + (sex === 'M' ? 0 : 1)}${born.slice(2, 4)}${serial}`;
}

function categoryRows({ category, commune }: DemoHousehold, row: number): HouseholdCategoryRow[] {
  if (category === undefined) return [];
  const lastYear = new Date().getFullYear() - 1;
  const [decisionNo, decidedOn, validFrom] = commune.endsWith('@training')
    ? ['88/QĐ-UBND', '2024-12-16', '2025-01-01']
    : ['215/QĐ-UBND', `${lastYear}-12-15`, `${lastYear + 1}-01-01`];
  return [{ householdId: idOf('household', row), category, decisionNo, decidedOn, validFrom, validTo: null }];
}
