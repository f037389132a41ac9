import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflows } from './temporal-worker';

/** Last step of the build: `dist/workflows.js`, which the worker loads. */
void bundleWorkflows().then(({ code }) => {
  writeFileSync(join(__dirname, 'workflows.js'), code);
});
