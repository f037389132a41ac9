export * from './world';
export * from './people';
export * from './conditional-forms';
export * from './problem-of';
