import { binary, bool, day, integer, key, moment, optional, table, text, uuid } from './columns';

/** A person whom an office knows. The citizen number is sealed; two rows of one person are told by its keyed digest. */
export interface PersonRow {
  personId: string;
  communeId: string;
  villageId: string | null;
  training: boolean;
  subjectKey: Buffer | null;
  sealedNumber: Buffer | null;
  name: string;
  searchText: string;
  dateOfBirth: string | null;
  birthYear: number | null;
  sex: 'M' | 'F';
  ethnicity: string | null;
  phone: string | null;
  accountId: string | null;
  recordedBy: string | null;
  recordedAt: string;
}
export const PersonEntity = table<PersonRow>({
  name: 'person',
  columns: {
    personId: key(uuid()),
    communeId: text(),
    villageId: optional(text()),
    training: bool(),
    subjectKey: optional(binary()),
    sealedNumber: optional(binary()),
    name: text(),
    searchText: text(),
    dateOfBirth: optional(day()),
    birthYear: optional(integer()),
    sex: text(),
    ethnicity: optional(text()),
    phone: optional(text()),
    accountId: optional(uuid()),
    recordedBy: optional(uuid()),
    recordedAt: moment(),
  },
  uniques: { person_subject_idx: ['subjectKey', 'training'] },
  indices: { person_commune_idx: ['communeId'] },
  indicesOfMigration: ['person_search_idx'],
  checks: { person_sex_check: `sex IN ('M', 'F')` },
  references: {
    person_commune_fk: ['communeId', 'unit', 'unitId'],
    person_village_fk: ['villageId', 'village', 'villageId'],
    person_account_fk: ['accountId', 'account', 'accountId'],
  },
});

export interface HouseholdRow {
  householdId: string;
  communeId: string;
  villageId: string;
  headId: string;
}
export const HouseholdEntity = table<HouseholdRow>({
  name: 'household',
  columns: { householdId: key(uuid()), communeId: text(), villageId: text(), headId: uuid() },
  indices: { household_village_idx: ['villageId'] },
  references: {
    household_commune_fk: ['communeId', 'unit', 'unitId'],
    household_village_fk: ['villageId', 'village', 'villageId'],
    household_head_fk: ['headId', 'person', 'personId'],
  },
});

export type Relation = 'HEAD' | 'SPOUSE' | 'CHILD' | 'PARENT' | 'GRANDCHILD' | 'SIBLING' | 'OTHER';
export interface HouseholdMemberRow {
  householdId: string;
  personId: string;
  relation: Relation;
  since: string;
  until: string | null;
}
export const HouseholdMemberEntity = table<HouseholdMemberRow>({
  name: 'household_member',
  columns: {
    householdId: key(uuid()),
    personId: key(uuid()),
    relation: text(),
    since: key(day()),
    until: optional(day()),
  },
  indices: { household_member_person_idx: ['personId'] },
  checks: {
    household_member_relation_check: `relation IN ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'SIBLING', 'OTHER')`,
  },
  references: {
    household_member_household_fk: ['householdId', 'household', 'householdId'],
    household_member_person_fk: ['personId', 'person', 'personId'],
  },
});

/** What a decision of the commune has recognised a household as, and from when to when; never what somebody says of themselves. */
export interface HouseholdCategoryRow {
  householdId: string;
  category: 'POOR' | 'NEAR_POOR' | 'NEWLY_ESCAPED';
  decisionNo: string;
  decidedOn: string;
  validFrom: string;
  validTo: string | null;
}
export const HouseholdCategoryEntity = table<HouseholdCategoryRow>({
  name: 'household_category',
  columns: {
    householdId: key(uuid()),
    category: text(),
    decisionNo: text(),
    decidedOn: day(),
    validFrom: key(day()),
    validTo: optional(day()),
  },
  checks: {
    household_category_category_check: `category IN ('POOR', 'NEAR_POOR', 'NEWLY_ESCAPED')`,
    household_category_validity_check: 'valid_to IS NULL OR valid_from < valid_to',
  },
  references: { household_category_household_fk: ['householdId', 'household', 'householdId'] },
});
