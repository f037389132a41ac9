// Jest for code that needs PostgreSQL and Temporal: beside TEST_DATABASE_URL there is TEST_TEMPORAL_ADDRESS.
const path = require('node:path');

module.exports = {
  ...require('./database.cjs'),
  globalSetup: path.join(__dirname, 'temporal-setup.cjs'),
};
