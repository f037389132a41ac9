#!/usr/bin/env node
// `npm run bench`. All else is loaded once it is known that this Node can read it.
import { requireNewNode } from '../../deploy/local/node-version.mjs';

requireNewNode();
import('./main.mjs').then(({ main }) => main(process.argv.slice(2)));
