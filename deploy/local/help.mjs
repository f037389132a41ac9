// Says what can be set: `npm start -- --help` for a terminal, `node deploy/local/help.mjs --markdown` for docs/settings.md.
import { realpathSync } from 'node:fs';
import { table } from './settings.mjs';

/** @param {import('./settings.mjs').Row} row */
const fallbackOf = ({ fallback, otherwise }) => otherwise ?? fallback ?? '';

/** @param {string[][]} rows the first one is the head; columns are aligned as Prettier aligns them */
export function markdownTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = rows;
  return [head, widths.map((width) => '-'.repeat(width)), ...body].map(line);
}

/** The same on every machine, so that a test can tell when docs/settings.md is out of date. */
export function markdown() {
  const rows = table.map((row) => [`\`${row.name}\``, fallbackOf(row), row.about]);
  return [
    '# Settings of the local launcher',
    '',
    '<!-- Made by `node deploy/local/help.mjs --markdown`. -->',
    '',
    'Every setting is an environment variable, for example `PORT=8080 npm start`. None has to be set.',
    '',
    ...markdownTable([['Variable', 'When not set', 'What it does'], ...rows]),
    '',
  ].join('\n');
}

export function help() {
  const rows = table.flatMap((row) => [
    `  ${row.name}  (${fallbackOf(row)})`,
    `      ${row.about.replaceAll('`', '')}`,
  ]);
  return [
    'npm start               starts everything on this machine; Ctrl-C stops it, and the data is kept',
    'npm run reset           removes the data',
    'npm run demo:clock      moves the clock of the demo, for example: npm run demo:clock +3wd',
    'npm run renew           starts the workflow of every open dossier afresh',
    'npm run reconcile       compares the records with the workflows and mends what differs',
    '',
    'Settings are environment variables, for example: PORT=8080 npm start',
    '',
    ...rows,
    '',
  ].join('\n');
}

const isCalled = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isCalled) process.stdout.write(process.argv.includes('--markdown') ? markdown() : help());
