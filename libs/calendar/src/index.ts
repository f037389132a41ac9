import type { CalendarDocument } from './calendar';
import vietnam from './vietnam.json';

export * from './calendar';
export * from './deadlines';
export * from './decisions';
export * from './office-hours';
export * from './time';
export * from './working-days';

/** The calendar that ships: the base of every unit's. Decisions of the installation lie over it, see `withDecisions`. */
export const VIETNAM = vietnam as unknown as CalendarDocument;
