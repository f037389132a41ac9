const pure = require('./pure.cjs');

/** The whole product, as it is built, in processes of its own; one file after the other. */
module.exports = { ...pure, testTimeout: 120_000, maxWorkers: 1 };
