/** Names of what Nest injects by value rather than by class. */
export const SETTINGS = Symbol('settings');
export const CALENDAR = Symbol('calendar');
export const PRESS = Symbol('press of papers');
