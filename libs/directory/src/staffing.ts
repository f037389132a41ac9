import type { Tier } from '@trinhduyet/org';
import {
  HoldingEntity,
  OfficeEntity,
  OfficeFunctionEntity,
  type Owner,
  PostEntity,
  type VillageRow,
  VillageEntity,
} from '@trinhduyet/persistence';
import { type LadderKind, type OfficePlan, plansOf } from './office-plans';

/** Who sits where in one unit. Keys are `office/duty`, for village heads `villages/village-head/<village>`. */
export interface Staffing {
  readonly unit: string;
  readonly tier: Tier;
  readonly ladder: LadderKind;
  readonly validFrom: string;
  readonly villages?: readonly { readonly key: string; readonly name: string }[];
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** Where applicants ask about their dossiers. */
  readonly telephone?: string;
}

const officeIdOf = (unit: string, key: string) => `${unit}/${key}`;
const villageIdOf = (unit: string, key: string) => `${unit}/${key}`;

/** Gives a unit its offices, functions, posts, villages and people. Repeatable. */
export async function staff(owner: Owner, staffing: Staffing): Promise<void> {
  const { unit: unitId, validFrom, villages = [] } = staffing;
  const plans = plansOf(staffing.ladder, staffing.tier);
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
