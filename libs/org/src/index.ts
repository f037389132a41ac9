export * from './posts';
export * from './unit';
