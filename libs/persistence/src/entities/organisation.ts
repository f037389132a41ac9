import { bool, day, key, optional, path, table, text, uuid } from './columns';

export interface UnitRow {
  unitId: string;
  code: string;
  tier: 'commune' | 'district' | 'province';
  kind: string;
  name: string;
  searchText: string;
  parentId: string | null;
  path: string;
  symbol: string;
  telephone: string | null;
  training: boolean;
  validFrom: string;
  validTo: string | null;
}
export const UnitEntity = table<UnitRow>({
  name: 'unit',
  columns: {
    unitId: key(text()),
    code: text(),
    tier: text(),
    kind: text(),
    name: text(),
    searchText: text(),
    parentId: optional(text()),
    path: path(),
    symbol: text(),
    telephone: optional(text()),
    training: bool(),
    validFrom: day(),
    validTo: optional(day()),
  },
  uniques: { unit_code_idx: ['tier', 'code', 'validFrom', 'training'] },
  indices: { unit_parent_idx: ['parentId'] },
  indicesOfMigration: ['unit_path_idx', 'unit_search_idx'],
  checks: {
    unit_tier_check: `tier IN ('commune', 'district', 'province')`,
    unit_validity_check: 'valid_to IS NULL OR valid_from < valid_to',
  },
  references: { unit_parent_fk: ['parentId', 'unit', 'unitId'] },
});

export interface UnitSuccessionRow {
  fromId: string;
  toId: string;
  partial: boolean;
}
export const UnitSuccessionEntity = table<UnitSuccessionRow>({
  name: 'unit_succession',
  columns: { fromId: key(text()), toId: key(text()), partial: bool() },
  indices: { unit_succession_to_idx: ['toId'] },
  references: {
    unit_succession_from_fk: ['fromId', 'unit', 'unitId'],
    unit_succession_to_fk: ['toId', 'unit', 'unitId'],
  },
});

export interface VillageRow {
  villageId: string;
  communeId: string;
  name: string;
  validFrom: string;
  validTo: string | null;
}
export const VillageEntity = table<VillageRow>({
  name: 'village',
  columns: { villageId: key(text()), communeId: text(), name: text(), validFrom: day(), validTo: optional(day()) },
  indices: { village_commune_idx: ['communeId'] },
  references: { village_commune_fk: ['communeId', 'unit', 'unitId'] },
});

export interface OfficeRow {
  officeId: string;
  unitId: string;
  name: string;
  nameEn: string;
  telephone: string | null;
}
export const OfficeEntity = table<OfficeRow>({
  name: 'office',
  columns: { officeId: key(text()), unitId: text(), name: text(), nameEn: text(), telephone: optional(text()) },
  indices: { office_unit_idx: ['unitId'] },
  references: { office_unit_fk: ['unitId', 'unit', 'unitId'] },
});

export interface OfficeFunctionRow {
  unitId: string;
  function: string;
  officeId: string;
  validFrom: string;
  validTo: string | null;
}
export const OfficeFunctionEntity = table<OfficeFunctionRow>({
  name: 'office_function',
  columns: {
    unitId: key(text()),
    function: key(text()),
    officeId: text(),
    validFrom: key(day()),
    validTo: optional(day()),
  },
  references: {
    office_function_unit_fk: ['unitId', 'unit', 'unitId'],
    office_function_office_fk: ['officeId', 'office', 'officeId'],
  },
});

export interface PostRow {
  postId: string;
  unitId: string;
  officeId: string;
  duty: string;
  title: string;
  titleEn: string;
  /** Above the name of who signs by this post, one a line; the title where it is missing. */
  signs: string | null;
  villageId: string | null;
  validFrom: string;
  validTo: string | null;
}
export const PostEntity = table<PostRow>({
  name: 'post',
  columns: {
    postId: key(text()),
    unitId: text(),
    officeId: text(),
    duty: text(),
    title: text(),
    titleEn: text(),
    signs: optional(text()),
    villageId: optional(text()),
    validFrom: day(),
    validTo: optional(day()),
  },
  indices: { post_unit_idx: ['unitId'] },
  references: {
    post_unit_fk: ['unitId', 'unit', 'unitId'],
    post_office_fk: ['officeId', 'office', 'officeId'],
    post_village_fk: ['villageId', 'village', 'villageId'],
  },
});

export interface HoldingRow {
  postId: string;
  accountId: string;
  validFrom: string;
  validTo: string | null;
}
export const HoldingEntity = table<HoldingRow>({
  name: 'holding',
  columns: { postId: key(text()), accountId: key(uuid()), validFrom: key(day()), validTo: optional(day()) },
  indices: { holding_account_idx: ['accountId'] },
  references: {
    holding_post_fk: ['postId', 'post', 'postId'],
    holding_account_fk: ['accountId', 'account', 'accountId'],
  },
});
