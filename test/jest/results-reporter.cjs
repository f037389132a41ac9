// Leaves one small JSON file per project, so that `npm test` can add up every suite, also one that Nx replays from its cache.
const fs = require('node:fs');
const path = require('node:path');

const workspace = path.resolve(__dirname, '../..');

module.exports = class ResultsReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, results) {
    const { name } = JSON.parse(fs.readFileSync(path.join(this.rootDir, 'package.json'), 'utf8'));
    const folder = path.join(workspace, '.data', 'results', ...name.split('/').slice(0, -1));
    fs.mkdirSync(folder, { recursive: true });
    const failedSuites = results.numRuntimeErrorTestSuites;
    const summary = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + failedSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    fs.writeFileSync(path.join(folder, `${path.basename(name)}.json`), JSON.stringify(summary));
  }
};
