export * from './citizen-number';
export * from './dossier-code';
export * from './eligibility';
export type { PaperTemplate } from './paper.generated';
export * from './paper-words';
export * from './papers';
export type * from './request-type.generated';
export * from './rule-set';
