import { dayOf } from '@trinhduyet/calendar';

/** The day that it is in Việt Nam, for which the forms ask. */
export const today = () => dayOf(new Date().toISOString());
