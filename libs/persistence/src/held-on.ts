/** SQL: the moment by the clock that counts, asked once for each statement and not for each row. */
export const NOW = '(SELECT door.now())';
/** SQL: the day that it is in Việt Nam, by the same clock. */
export const TODAY = `(${NOW} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

const inForce = (row: string, day: string) =>
  `${row}.valid_from <= ${day} AND (${row}.valid_to IS NULL OR ${day} < ${row}.valid_to)`;

/** SQL: whether a holding `h` of a post `p` counts on a day. A post that was given up is nobody's, though its holding has no end. */
export const heldOn = (day: string) => `${inForce('h', day)} AND ${inForce('p', day)}`;
