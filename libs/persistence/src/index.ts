export { Channel } from './channel';
export { dataSource, type Connection } from './data-source';
export type { DoorActor } from './door/actor';
export { Door } from './door/door';
export { Transaction } from './door/transaction';
export { isUnavailable, violatedConstraint } from './door/unavailable';
export * from './entities';
export { Owner, OwnerTransaction } from './owner';
export { wherePermitted } from './where-permitted';
