import type { CalendarDocument } from './calendar';
import vietnam from './vietnam.json';

export * from './calendar';
export * from './deadlines';
export * from './office-hours';
export * from './time';
export * from './working-days';

/** The calendar that ships; installations replace it by their own decisions, which are data. */
export const VIETNAM = vietnam as unknown as CalendarDocument;
