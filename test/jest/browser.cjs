const path = require('node:path');
const pure = require('./pure.cjs');

/** Components in jsdom; what only a real browser can show is for test/e2e. */
module.exports = {
  ...pure,
  testEnvironment: 'jsdom',
  moduleNameMapper: { '\\.(css|woff2)$': path.join(__dirname, 'no-styles.cjs') },
  setupFiles: [path.join(__dirname, 'browser-setup.cjs')],
};
