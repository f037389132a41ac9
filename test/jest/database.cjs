// Jest for code that needs PostgreSQL: TEST_DATABASE_URL is its superuser's address.
const path = require('node:path');

module.exports = {
  ...require('./pure.cjs'),
  globalSetup: path.join(__dirname, 'database-setup.cjs'),
  globalTeardown: path.join(__dirname, 'teardown.cjs'),
};
