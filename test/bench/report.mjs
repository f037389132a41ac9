// The figures as a page shows them.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from '../../deploy/local/help.mjs';
import { workspace } from '../../deploy/local/workspace.mjs';
import { figure, median, percentile, spreadText } from './stats.mjs';

/** @typedef {import('./experiments.mjs').Sample} Sample */

const PAGE = join(workspace, 'docs/performance.md');
const BEGIN = '<!-- Written by `npm run bench -- --write`. -->';
const END = '<!-- To here. -->';

/** @param {readonly Sample[]} samples @param {...string} parts of the CPU */
export const cpuOf = (samples, ...parts) =>
  samples.map(({ cpu }) => parts.reduce((sum, part) => sum + (cpu[part] ?? 0), 0));

/** @param {readonly Sample[]} samples @param {string} kind */
export const latenciesOf = (samples, kind) => samples.flatMap(({ latencies }) => latencies[kind] ?? []);

/** @param {readonly Sample[]} samples */
export const ratesOf = (samples) => samples.map(({ rate }) => rate);

/** p50 / p95 @param {readonly number[]} latencies */
export function p50p95(latencies) {
  return `${figure(percentile(latencies, 0.5))} / ${figure(percentile(latencies, 0.95))}`;
}

/** @param {string[][]} rows the first one is the head */
export const table = (rows) => markdownTable(rows).join('\n');

/** How much one contender reached of the other, round by round. @param {readonly Sample[]} ours @param {readonly Sample[]} theirs */
export function ratio(ours, theirs) {
  return ours.map(({ rate }, round) => rate / theirs[round].rate);
}

/** @param {string} title @param {boolean} isMet @param {string} is */
export const aim = (title, isMet, is) => [title, is, isMet ? 'yes' : '**no**'];

export { figure, median, spreadText, percentile as percentileOf };

/** On what it was measured. @param {{ versions: string[], settings: string }} given */
export function machine({ versions, settings }) {
  const [{ model = 'processor' } = {}] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit()}: ${cpus().length} × ${model.trim()}, ${memory} GiB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}.`,
    `${versions.join('; ')}.`,
    settings,
  ].join('\n');
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: workspace, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/** Puts the result into the page, between its marks. @param {string} block */
export function writePage(block) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} lacks its marks.`);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${block}\n\n${END}${after}`);
  execFileSync(process.execPath, [join(workspace, 'node_modules/prettier/bin/prettier.cjs'), '--write', PAGE], {
    stdio: 'ignore',
  });
}
