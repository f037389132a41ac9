import { Problem } from '@trinhduyet/problems';

/** The code that somebody was refused with; undefined where they were not, and whatever else went wrong as it is. */
export const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );
