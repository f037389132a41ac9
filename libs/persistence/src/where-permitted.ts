import type { Condition, DossierRow } from '@trinhduyet/access';

const COLUMNS: Readonly<Record<keyof DossierRow, string>> = {
  applicantId: 'applicant_id::text',
  communeId: 'commune_id',
  districtId: 'district_id',
  provinceId: 'province_id',
  receptionUnitId: 'reception_unit_id',
  villageId: 'village_id',
};

/**
 * A permission as SQL over the columns of `dossier`, with its values appended to `parameters`. A NULL matches nothing,
 * also under NOT; a field that no column stands for throws.
 */
export function wherePermitted(condition: Condition, parameters: unknown[], alias = 'dossier'): string {
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const sql = (part: Condition): string => {
    switch (part.op) {
      case 'never':
        return 'FALSE';
      case 'always':
        return 'TRUE';
      case 'and':
      case 'or':
        return `(${part.parts.map(sql).join(part.op === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        return `NOT COALESCE(${sql(part.part)}, FALSE)`;
      case 'eq':
        return part.value === null ? `${column(part.field)} IS NULL` : `${column(part.field)} = ${bind(part.value)}`;
      case 'in':
        return `${column(part.field)} = ANY (${bind(part.values)})`;
    }
  };
  const column = (field: string) => {
    if (!Object.hasOwn(COLUMNS, field)) throw new Error(`No column stands for the ability's field "${field}".`);
    return `${alias}.${COLUMNS[field as keyof DossierRow]}`;
  };
  return sql(condition);
}
