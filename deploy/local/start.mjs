#!/usr/bin/env node
// `npm start`. All else is loaded once it is known that this Node can read it.
import { requireNewNode } from './node-version.mjs';

requireNewNode();
import('./main.mjs').then(({ main }) => main(process.argv.slice(2)));
