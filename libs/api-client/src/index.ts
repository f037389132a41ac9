import type { components } from './schema.generated';

export * from './client';

/** What the API answers and takes, by the names in its document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
