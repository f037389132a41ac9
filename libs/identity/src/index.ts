export * from './identity';
export { hashPassword } from './passwords';
export { countFailure, requirePatience } from './throttle';
