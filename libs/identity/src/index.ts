export * from './identity';
export { hashPassword } from './passwords';
export { admit, forgive } from './throttle';
