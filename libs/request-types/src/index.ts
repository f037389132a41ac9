export { inspect, type Reason } from './inspect';
export { publishForms } from './publish';
export * from './read-folder';
export * from './request-types';
export { compiles, schemaCheck, standaloneCheck } from './schema-check';
