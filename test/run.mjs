#!/usr/bin/env node
// `npm test`: formatting, lint, types, build and every suite, then one line that adds them all up.
import { requireNewNode } from '../deploy/local/node-version.mjs';

requireNewNode();
import('./stages.mjs').then(({ runAll }) => runAll(process.argv.slice(2)));
