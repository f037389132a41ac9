/** By this the page finds where a note is written. */
export const TALK_FIELD = 'talk-field';
