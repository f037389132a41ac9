/** What a published form may be at most. One place, because designer, publisher and server must agree. */
export const LIMITS = {
  fields: 1_000,
  /** From here on publishing warns. */
  manyFields: 300,
  depth: 12,
  /** Of the schema as text, in UTF-16 units. */
  characters: 512_000,
  /** Longer lists are code lists. */
  choices: 500,
  fieldsOfSection: 25,
  patternCharacters: 200,
} as const;
