import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaOptions } from 'typeorm';

type Columns<T> = { readonly [K in keyof T]-?: EntitySchemaColumnOptions };

/** One column of PostgreSQL, by the type that it has there. Property names are the columns' own, in camel case. */
const column = (type: EntitySchemaColumnOptions['type'], change: Partial<EntitySchemaColumnOptions> = {}) => ({
  type,
  ...change,
});
export const text = () => column('text');
export const uuid = () => column('uuid');
export const integer = () => column('integer');
export const smallint = () => column('smallint');
export const bool = () => column('boolean');
export const day = () => column('date');
export const moment = () => column('timestamptz');
export const json = () => column('jsonb');
export const binary = () => column('bytea');
export const path = () => column('ltree');
export const key = (of: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...of, primary: true });
export const optional = (of: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...of, nullable: true });

interface Table<T> {
  readonly name: string;
  readonly columns: Columns<T>;
  readonly uniques?: Readonly<Record<string, readonly (keyof T & string)[]>>;
  /** Of columns in ascending order; what an entity cannot say (order, method, part) stands in the migration alone. */
  readonly indices?: Readonly<Record<string, readonly (keyof T & string)[]>>;
  readonly indicesOfMigration?: readonly string[];
  readonly checks?: Readonly<Record<string, string>>;
  readonly references?: Readonly<
    Record<string, readonly [column: keyof T & string, table: string, referenced: string]>
  >;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An entity that says of its table exactly what the migrations made; the drift test compares the two. */
export function table<T extends object>(spec: Table<T>): EntitySchema<T> {
  const columns = Object.entries<EntitySchemaColumnOptions>(spec.columns).map(([property, options]) => {
    return [property, { name: snake(property), ...options }] as const;
  });
  const named = Object.entries(spec.indices ?? {});
  return new EntitySchema<T>({
    name: spec.name,
    tableName: spec.name,
    columns: Object.fromEntries(columns) as EntitySchemaOptions<T>['columns'],
    indices: [
      ...named.map(([name, properties]) => ({ name, columns: [...properties] })),
      ...Object.entries(spec.uniques ?? {}).map(([name, properties]) => ({
        name,
        columns: [...properties],
        unique: true,
      })),
      ...(spec.indicesOfMigration ?? []).map((name) => ({ name, synchronize: false as const })),
    ],
    checks: Object.entries(spec.checks ?? {}).map(([name, expression]) => ({ name, expression })),
    foreignKeys: Object.entries(spec.references ?? {}).map(([name, [property, target, referenced]]) => ({
      name,
      target,
      columnNames: [property],
      referencedColumnNames: [referenced],
    })),
  });
}
