import type { Day } from '@trinhduyet/calendar';

/** A level of the ladder. Which tiers exist on a day, and between which units, is data. */
export type Tier = 'commune' | 'district' | 'province';
/** From the household upwards. */
export const TIERS = ['commune', 'district', 'province'] as const satisfies readonly Tier[];

export type UnitId = string;
export type VillageId = string;
export type OfficeId = string;
export type PostId = string;
export type AccountId = string;

/** From `validFrom` on, up to the day before `validTo`; open-ended without one. */
export interface Validity {
  readonly validFrom: Day;
  readonly validTo?: Day;
}

/** An administrative unit during one validity. Codes repeat across time (3,315 of 3,321 were re-used on 01/07/2025) and are no keys. */
export interface Unit extends Validity {
  readonly id: UnitId;
  readonly code: string;
  readonly tier: Tier;
  readonly name: string;
  readonly parentId?: UnitId;
  /** Only for learning: marked on every page and paper, left out of national counts. */
  readonly training: boolean;
}

export function inForce(thing: Validity, day: Day): boolean {
  return thing.validFrom <= day && (thing.validTo === undefined || day < thing.validTo);
}

/** The units that a dossier of one commune climbs, from the commune upwards. */
export type Ladder = readonly LadderRung[];
export interface LadderRung {
  readonly tier: Tier;
  readonly unit: UnitId;
}

/**
 * The ladder that a commune and the units above it make on a day, in this order; undefined unless it begins at a commune
 * and every one of them is in force then.
 */
export function ladderOf<U extends Pick<Unit, 'tier' | 'validFrom' | 'validTo'>>(
  units: readonly U[],
  day: Day,
): readonly U[] | undefined {
  return units[0]?.tier === 'commune' && units.every((unit) => inForce(unit, day)) ? units : undefined;
}

/** Whether a ladder has just these tiers: what chooses a dossier's chain. */
export function isLadderOf(tiers: readonly Tier[], ladder: readonly { readonly tier: Tier }[]): boolean {
  return tiers.length === ladder.length && ladder.every(({ tier }, index) => tier === tiers[index]);
}

export function unitAt(ladder: Ladder, tier: Tier): UnitId | undefined {
  return ladder.find((rung) => rung.tier === tier)?.unit;
}
