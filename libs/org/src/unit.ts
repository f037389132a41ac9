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

/** The ladder above a commune on a day; undefined when a unit of it was not in force then. */
export function ladderOn(units: ReadonlyMap<UnitId, Unit>, commune: UnitId, day: Day): Ladder | undefined {
  const rungs: LadderRung[] = [];
  for (let id: UnitId | undefined = commune; id !== undefined;) {
    const unit = units.get(id);
    if (!unit || !inForce(unit, day)) return undefined;
    rungs.push({ tier: unit.tier, unit: unit.id });
    id = unit.parentId;
  }
  return rungs;
}

export function tiersOf(ladder: Ladder): readonly Tier[] {
  return ladder.map(({ tier }) => tier);
}

export function unitAt(ladder: Ladder, tier: Tier): UnitId | undefined {
  return ladder.find((rung) => rung.tier === tier)?.unit;
}
