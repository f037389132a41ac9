export * from './posts';
export * from './succession';
export * from './unit';
