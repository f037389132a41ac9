export * from './checklist';
export * from './citizen-card';
export * from './citizen-number';
export * from './dossier-code';
export * from './eligibility';
export type { PaperTemplate } from './paper.generated';
export * from './papers';
export type * from './request-type.generated';
export * from './rule-set';
