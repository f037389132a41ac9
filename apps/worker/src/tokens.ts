/** Names of what Nest injects by value rather than by class. */
export const SETTINGS = Symbol('settings');
export const WORKER_DOOR = Symbol('door as td_worker');
export const RELAY_DOOR = Symbol('door as td_relay');
