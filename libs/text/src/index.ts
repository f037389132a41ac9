export * from './dates';
export * from './fold';
export * from './names';
export * from './numbers';
