export * from './world';
export * from './people';
