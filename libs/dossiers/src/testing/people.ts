import { aUuid, insertAccount, type TestDatabase } from '@trinhduyet/persistence/testing';
import { newUnit, staff, type Staffing, trainingUnit, TWO_TIERS_FROM } from '@trinhduyet/directory';

/** Two ladders with everybody on them: Xã Mỹ Tú under Cần Thơ, and Xã Mỹ Thuận with its district in the training province. */
export const TWO_TIER = { commune: newUnit('31567'), province: newUnit('92'), village: `${newUnit('31567')}/ap-3` };
export const THREE_TIER = {
  commune: trainingUnit('31609'),
  district: trainingUnit('944'),
  province: trainingUnit('94'),
  village: `${trainingUnit('31609')}/ap-3`,
};
/** A second commune of the same province, where misdirected dossiers go. */
export const NEXT_DOOR = newUnit('31673');

/** Everybody in the tests, by what they do. Two specialists share a post. */
export const PEOPLE = {
  applicant: aUuid(1),
  stranger: aUuid(2),
  clerk: aUuid(11),
  villageHead: aUuid(12),
  specialist: aUuid(13),
  colleague: aUuid(14),
  head: aUuid(15),
  chair: aUuid(16),
  archivist: aUuid(17),
  provinceSpecialist: aUuid(21),
  provinceLeader: aUuid(22),
  provinceArchivist: aUuid(23),
  administrator: aUuid(24),
  clerkNextDoor: aUuid(31),
  villageHeadNextDoor: aUuid(32),
  districtSpecialist: aUuid(41),
  districtLeader: aUuid(42),
  outsider: aUuid(51),
} as const;
export type Who = keyof typeof PEOPLE;

const { clerk, villageHead, specialist, colleague, head, chair, archivist } = PEOPLE;
const villages = [
  { key: 'ap-3', name: 'Ấp 3' },
  { key: 'ap-4', name: 'Ấp 4' },
];

const STAFFINGS: readonly Staffing[] = [
  {
    unit: TWO_TIER.commune,
    tier: 'commune',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    villages,
    people: {
      'one-stop/clerk': [clerk],
      'villages/village-head/ap-3': [villageHead],
      'economy/specialist': [specialist, colleague],
      'economy/head': [head],
      'committee/leader': [chair],
      'committee/archivist': [archivist],
    },
  },
  {
    unit: TWO_TIER.province,
    tier: 'province',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    people: {
      'construction/specialist': [PEOPLE.provinceSpecialist],
      'committee/leader': [PEOPLE.provinceLeader],
      'committee/archivist': [PEOPLE.provinceArchivist],
      'programme/administrator': [PEOPLE.administrator],
    },
  },
  {
    unit: NEXT_DOOR,
    tier: 'commune',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    villages: [{ key: 'dau-giong', name: 'Ấp Đầu Giồng' }],
    people: {
      'one-stop/clerk': [PEOPLE.clerkNextDoor],
      'villages/village-head/dau-giong': [PEOPLE.villageHeadNextDoor],
      'economy/specialist': [PEOPLE.outsider],
    },
  },
  {
    unit: THREE_TIER.commune,
    tier: 'commune',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    villages,
    people: {
      'one-stop/clerk': [clerk],
      'villages/village-head/ap-3': [villageHead],
      'land-construction/specialist': [specialist, colleague],
      'land-construction/head': [head],
      'committee/leader': [chair],
      'committee/archivist': [archivist],
    },
  },
  {
    unit: THREE_TIER.district,
    tier: 'district',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    people: { 'infrastructure/specialist': [PEOPLE.districtSpecialist], 'committee/leader': [PEOPLE.districtLeader] },
  },
  {
    unit: THREE_TIER.province,
    tier: 'province',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    people: {
      'construction/specialist': [PEOPLE.provinceSpecialist],
      'committee/leader': [PEOPLE.provinceLeader],
      'committee/archivist': [PEOPLE.provinceArchivist],
    },
  },
];

export async function populate(database: TestDatabase): Promise<void> {
  for (const [name, account] of Object.entries(PEOPLE)) {
    await insertAccount(database, account, name === 'applicant' || name === 'stranger' ? 'applicant' : 'official');
  }
  for (const staffing of STAFFINGS) await staff(database.owner, staffing);
}
