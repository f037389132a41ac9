// Jest for code that needs no server: the pure libraries, and everything that the other presets build on.
const path = require('node:path');

const swc = {
  sourceMaps: true,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: true, decorators: true, dynamicImport: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
  },
};

module.exports = {
  // A test says whether something is right, not how fast it is: on a machine that is busy everything takes longer.
  testTimeout: 60_000,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '\\.[cm]?[jt]sx?$': [path.join(__dirname, 'swc-transform.cjs'), { ...swc, swcrc: false, configFile: false }],
  },
  transformIgnorePatterns: [],
  testEnvironmentOptions: {
    customExportConditions: ['@trinhduyet/source', 'node', 'node-addons', 'require', 'default'],
  },
  reporters: ['default', path.join(__dirname, 'results-reporter.cjs')],
};
