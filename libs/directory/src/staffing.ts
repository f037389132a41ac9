import type { Duty, OfficeFunction, Tier } from '@trinhduyet/org';
import {
  HoldingEntity,
  OfficeEntity,
  OfficeFunctionEntity,
  type Owner,
  PostEntity,
  type VillageRow,
  VillageEntity,
} from '@trinhduyet/persistence';

interface PostPlan {
  readonly duty: Duty;
  readonly title: string;
  readonly titleEn: string;
  /** Above the name on papers, where it is not the title: KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền), Q. (quyền). */
  readonly signs?: string;
}

/** An office as units of a kind usually have it: which functions it serves, and which posts it has. */
export interface OfficePlan {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly functions: readonly OfficeFunction[];
  readonly posts: readonly PostPlan[];
}

const post = (duty: Duty, title: string, titleEn: string, signs?: string): PostPlan => ({
  duty,
  title,
  titleEn,
  signs,
});

const CHAIR = 'CHỦ TỊCH';
const FOR_THE_CHAIR = 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH';
const office = (
  key: string,
  [name, nameEn]: [string, string],
  functions: OfficeFunction[],
  ...posts: PostPlan[]
): OfficePlan => ({
  key,
  name,
  nameEn,
  functions,
  posts,
});

const VILLAGES = office(
  'villages',
  ['Trưởng thôn, trưởng ấp', 'Village heads'],
  ['village'],
  post('village-head', 'Trưởng ấp', 'Village head'),
);
const RECORDS = (title: string) => post('archivist', title, 'Archivist');

/** Offices since 01/07/2025 (NĐ 150/2025/NĐ-CP; phường have Phòng Kinh tế, Hạ tầng và Đô thị instead). */
const TWO_TIER: Readonly<Record<'commune' | 'province', readonly OfficePlan[]>> = {
  commune: [
    office(
      'one-stop',
      ['Trung tâm Phục vụ hành chính công', 'Public service centre'],
      ['reception'],
      post('clerk', 'Cán bộ một cửa', 'One-stop clerk'),
    ),
    VILLAGES,
    office(
      'economy',
      ['Phòng Kinh tế', 'Economic office'],
      ['housing', 'finance'],
      post('specialist', 'Công chức Phòng Kinh tế', 'Specialist'),
      post('head', 'Trưởng phòng Kinh tế', 'Head of office'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Chủ tịch UBND', 'Chair', CHAIR),
      RECORDS('Văn thư'),
    ),
  ],
  province: [
    office(
      'construction',
      ['Sở Xây dựng', 'Department of Construction'],
      ['housing'],
      post('specialist', 'Chuyên viên Sở Xây dựng', 'Specialist'),
      post('head', 'Giám đốc Sở Xây dựng', 'Director'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Phó Chủ tịch UBND', 'Vice chair', FOR_THE_CHAIR),
      RECORDS('Văn thư'),
    ),
    office(
      'programme',
      ['Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'],
      ['administration'],
      post('administrator', 'Quản trị chương trình', 'Programme administrator'),
    ),
  ],
};

/** Offices up to 30/06/2025, with the district between. */
const THREE_TIER: Readonly<Record<Tier, readonly OfficePlan[]>> = {
  commune: [
    office(
      'one-stop',
      ['Bộ phận Một cửa', 'One-stop counter'],
      ['reception'],
      post('clerk', 'Cán bộ một cửa', 'One-stop clerk'),
    ),
    VILLAGES,
    office(
      'land-construction',
      ['Địa chính – Xây dựng', 'Land and construction'],
      ['housing', 'finance'],
      post('specialist', 'Công chức địa chính – xây dựng', 'Specialist'),
      post('head', 'Phụ trách xây dựng', 'Head'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân xã', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Chủ tịch UBND xã', 'Chair', CHAIR),
      RECORDS('Văn thư xã'),
    ),
  ],
  district: [
    office(
      'infrastructure',
      ['Phòng Kinh tế – Hạ tầng', 'Economy and infrastructure office'],
      ['housing'],
      post('specialist', 'Chuyên viên Phòng Kinh tế – Hạ tầng', 'Specialist'),
      post('head', 'Trưởng phòng Kinh tế – Hạ tầng', 'Head of office'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân huyện', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Phó Chủ tịch UBND huyện', 'Vice chair', FOR_THE_CHAIR),
      RECORDS('Văn thư huyện'),
    ),
  ],
  province: [
    office(
      'construction',
      ['Sở Xây dựng', 'Department of Construction'],
      ['housing'],
      post('specialist', 'Chuyên viên Sở Xây dựng', 'Specialist'),
      post('head', 'Giám đốc Sở Xây dựng', 'Director'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân tỉnh', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Phó Chủ tịch UBND tỉnh', 'Vice chair', FOR_THE_CHAIR),
      RECORDS('Văn thư tỉnh'),
    ),
    office(
      'programme',
      ['Sở LĐ-TB&XH', 'Department of Labour'],
      ['administration'],
      post('administrator', 'Quản trị chương trình', 'Programme administrator'),
    ),
  ],
};

/** Who sits where in one unit. Keys are `office/duty`, for village heads `villages/village-head/<village>`. */
export interface Staffing {
  readonly unit: string;
  readonly tier: Tier;
  readonly ladder: 'two-tier' | 'three-tier';
  readonly validFrom: string;
  readonly villages?: readonly { readonly key: string; readonly name: string }[];
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** Where applicants ask about their dossiers. */
  readonly telephone?: string;
}

export const officeIdOf = (unit: string, key: string) => `${unit}/${key}`;
export const villageIdOf = (unit: string, key: string) => `${unit}/${key}`;

function plansOf({ tier, ladder }: Staffing): readonly OfficePlan[] {
  return ladder === 'three-tier' || tier === 'district' ? THREE_TIER[tier] : TWO_TIER[tier];
}

/** Gives a unit its offices, functions, posts, villages and people. Repeatable. */
export async function staff(owner: Owner, staffing: Staffing): Promise<void> {
  const { unit: unitId, validFrom, villages = [] } = staffing;
  const plans = plansOf(staffing);
  const period = { validFrom, validTo: null };
  const villageRows = villages.map(({ key, name }): VillageRow => ({
    villageId: villageIdOf(unitId, key),
    communeId: unitId,
    name,
    ...period,
  }));
  const posts = plans.flatMap((plan) => postsOfPlan(plan, staffing));
  await owner.transaction(async (transaction) => {
    await transaction.upsert(VillageEntity, villageRows, ['villageId']);
    const offices = plans.map(({ key, name, nameEn }) => ({
      officeId: officeIdOf(unitId, key),
      unitId,
      name,
      nameEn,
      telephone: staffing.telephone ?? null,
    }));
    await transaction.upsert(OfficeEntity, offices, ['officeId']);
    const functions = plans.flatMap((plan) =>
      plan.functions.map((name) => ({ unitId, function: name, officeId: officeIdOf(unitId, plan.key), ...period })),
    );
    await transaction.upsert(OfficeFunctionEntity, functions, ['unitId', 'function', 'validFrom']);
    await transaction.upsert(
      PostEntity,
      posts.map(({ key: _, ...row }) => ({ ...row, ...period })),
      ['postId'],
    );
    const holdings = posts.flatMap(({ key, postId }) =>
      (staffing.people[key] ?? []).map((accountId) => ({ postId, accountId, ...period })),
    );
    await transaction.upsert(HoldingEntity, holdings, ['postId', 'accountId', 'validFrom']);
  });
}

function postsOfPlan(plan: OfficePlan, { unit: unitId, villages = [] }: Staffing) {
  const officeId = officeIdOf(unitId, plan.key);
  return plan.posts.flatMap(({ duty, title, titleEn, signs }) => {
    const key = `${plan.key}/${duty}`;
    const row = {
      key,
      postId: `${unitId}/${key}`,
      unitId,
      officeId,
      duty,
      title,
      titleEn,
      signs: signs ?? null,
      villageId: null as string | null,
    };
    if (duty !== 'village-head') return [row];
    return villages.map((village) => ({
      ...row,
      key: `${key}/${village.key}`,
      postId: `${row.postId}/${village.key}`,
      title: `${title} ${village.name}`,
      titleEn: `${titleEn}, ${village.name}`,
      villageId: villageIdOf(unitId, village.key),
    }));
  });
}
