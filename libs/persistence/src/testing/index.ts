export * from './test-database';
export * from './rows';
