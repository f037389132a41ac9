export * from './calendars';
export * from './directory';
export { importUnits } from './import-units';
export { isServed, type LadderKind, type OfficePlan } from './office-plans';
export * from './places';
export * from './staffing';
export * from './unit-data';
