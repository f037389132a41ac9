export * from './directory';
export { importUnits } from './import-units';
export * from './places';
export * from './staffing';
export * from './unit-data';
