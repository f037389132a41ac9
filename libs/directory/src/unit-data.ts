import type { UnitRow, UnitSuccessionRow } from '@trinhduyet/persistence';
import { fold, tidy } from '@trinhduyet/text';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The district tier ends and the map of communes changes (NQ 202/2025/QH15; QĐ 19/2025/QĐ-TTg). */
export const TWO_TIERS_FROM = '2025-07-01';
/** What the data knows of earlier changes: nothing, so everything old is dated from here. */
const OLD_FROM = '2021-01-01';
/** The province that is kept with its three tiers, for learning: old Sóc Trăng. */
const TRAINING_PROVINCE = '94';

export interface UnitData {
  readonly units: readonly UnitRow[];
  readonly successions: readonly UnitSuccessionRow[];
}

/** A unit's id: its code and the day from which it was in force, or that it is for training. */
export const oldUnit = (code: string) => `${code}@${OLD_FROM}`;
export const newUnit = (code: string) => `${code}@${TWO_TIERS_FROM}`;
export const trainingUnit = (code: string) => `${code}@training`;

/** Every unit of the three tiers up to 30/06/2025 and of the two tiers since, the training province, and the map between. */
export function readUnitData(folder = join(__dirname, '../data')): UnitData {
  const csv = (name: string) => table(readFileSync(join(folder, name), 'utf8'));
  const old = oldUnits(csv, { idOf: oldUnit, training: false, validTo: TWO_TIERS_FROM });
  const inForce = newUnits(csv);
  const training = oldUnits(csv, { idOf: trainingUnit, training: true, validTo: null }).filter(
    ({ path }) => path.split('.')[0] === label(trainingUnit(TRAINING_PROVINCE)),
  );
  return {
    units: [...old, ...inForce, ...training],
    successions: successions(csv, new Set([...old, ...inForce].map(({ unitId }) => unitId))),
  };
}

type Csv = (name: string) => readonly (readonly string[])[];

interface Era {
  readonly idOf: (code: string) => string;
  readonly training: boolean;
  readonly validTo: string | null;
}

function oldUnits(csv: Csv, era: Era): readonly UnitRow[] {
  const provinces = csv('old-provinces-63.csv').map(([code = '', name = '']) =>
    unit(era, { tier: 'province', code, name }),
  );
  const provinceById = byId(provinces);
  const districts = csv('old-districts-696.csv').map(([code = '', name = '', province = '']) =>
    unit(era, { tier: 'district', code, name, parent: provinceById.get(era.idOf(province)) }),
  );
  const districtById = byId(districts);
  const communes = csv('old-communes-10035.csv').map(([code = '', name = '', district = '']) =>
    unit(era, { tier: 'commune', code, name, parent: districtById.get(era.idOf(district)) }),
  );
  return [...provinces, ...districts, ...communes];
}

function newUnits(csv: Csv): readonly UnitRow[] {
  const era: Era = { idOf: newUnit, training: false, validTo: null };
  const provinces = csv('provinces-34.csv').map(([code = '', name = '']) =>
    unit(era, { tier: 'province', code, name }),
  );
  const provinceById = byId(provinces);
  const communes = csv('communes-3321.csv').map(([code = '', name = '', , province = '']) =>
    unit(era, { tier: 'commune', code, name, parent: provinceById.get(newUnit(province)) }),
  );
  return [...provinces, ...communes];
}

interface Told {
  readonly tier: UnitRow['tier'];
  readonly code: string;
  readonly name: string;
  readonly parent?: UnitRow;
}

function unit(era: Era, { tier, code, name: fullName, parent }: Told): UnitRow {
  const unitId = era.idOf(code);
  const name = tidy(fullName);
  return {
    unitId,
    code,
    tier,
    name,
    kind: kindOf(name),
    searchText: fold(name),
    parentId: parent?.unitId ?? null,
    path: parent ? `${parent.path}.${label(unitId)}` : label(unitId),
    symbol: symbolOf(era, tier, code, parent),
    telephone: null,
    training: era.training,
    validFrom: era.validTo === null && !era.training ? TWO_TIERS_FROM : OLD_FROM,
    validTo: era.validTo,
  };
}

/** The first word or two of a full name say what a unit is. */
function kindOf(name: string): string {
  const kinds = ['Thành phố', 'Tỉnh', 'Quận', 'Huyện', 'Thị xã', 'Thị trấn', 'Phường', 'Xã', 'Đặc khu'];
  return kinds.find((kind) => name.startsWith(`${kind} `))?.toLowerCase() ?? '';
}

/** What stands before the day in a dossier's code; training keeps numbers of its own. */
function symbolOf({ training }: Era, tier: UnitRow['tier'], code: string, parent?: UnitRow): string {
  if (tier === 'province') return training ? `TH${code}` : `H${code}`;
  return `${parent?.symbol ?? ''}.${code}`;
}

function successions(csv: Csv, known: ReadonlySet<string>): readonly UnitSuccessionRow[] {
  const communes = csv('old-to-new-communes.csv').map(([from = '', to = '', count]) =>
    succession(from, to, count !== '1'),
  );
  const provinces = csv('old-to-new-provinces.csv').map(([from = '', to = '']) => succession(from, to, false));
  return [...provinces, ...communes].filter(({ fromId, toId }) => known.has(fromId) && known.has(toId));
}

function succession(from: string, to: string, partial: boolean): UnitSuccessionRow {
  return { fromId: oldUnit(from), toId: newUnit(to), partial };
}

/** Labels of ltree are letters, digits and underscores. */
function label(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, '_');
}

function byId(units: readonly UnitRow[]): ReadonlyMap<string, UnitRow> {
  return new Map(units.map((each) => [each.unitId, each]));
}

function table(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
