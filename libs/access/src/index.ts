export * from './ability';
export * from './condition';
export type * from './principal';
export { unitsOf } from './units';
