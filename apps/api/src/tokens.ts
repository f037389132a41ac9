/** Names of what Nest injects by value rather than by class. */
export const SETTINGS = Symbol('settings');
export const PRESS = Symbol('press of papers');
