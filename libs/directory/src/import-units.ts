import { type Owner, UnitEntity, type UnitRow, UnitSuccessionEntity } from '@trinhduyet/persistence';
import { readUnitData, type UnitData } from './unit-data';

/** Brings the unit tree up to what the data says. Repeatable: units that are there are brought up to date, none is removed. */
export async function importUnits(owner: Owner, data: UnitData = readUnitData()): Promise<void> {
  await owner.transaction(async (transaction) => {
    const tiers: readonly UnitRow['tier'][] = ['province', 'district', 'commune'];
    for (const tier of tiers) {
      const units = data.units.filter((unit) => unit.tier === tier);
      await transaction.upsert(UnitEntity, units, ['unitId']);
    }
    await transaction.upsert(UnitSuccessionEntity, data.successions, ['fromId', 'toId']);
    await transaction.query('ANALYZE unit, unit_succession');
  });
}
