// One run: everything is started, filled, measured in turn, and told.
import { say, step } from '../../deploy/local/terminal.mjs';
import { withClient } from '../../deploy/local/database.mjs';
import { acknowledged, inbox, papers, wholeDossiers } from './experiments.mjs';
import * as page from './report.mjs';
import { populate, publishBench } from './seed.mjs';

/** @typedef {import('./stack.mjs').Stack} Stack */
/** @typedef {import('./options.mjs').Options} Options */
/** @typedef {import('./experiments.mjs').Samples} Samples */
/** @typedef {{ block: string, aims: string[][] }} Part of the page */

/** @type {Record<import('./options.mjs').Server, string>} */
const SERVERS = { embedded: 'embedded', postgres: 'on PostgreSQL' };

/** @param {Stack} stack @param {Options} options */
export async function measure(stack, options) {
  const [first = 'embedded', ...others] = options.temporal;
  await step('Starting PostgreSQL', () => stack.startDatabase());
  await publishBench(stack.url, stack.folder.path);
  const versions = [`${await versionOf(stack)}, as \`npm start\` sets it (fsync and synchronous_commit on)`];
  const version = await step(`Starting Temporal (${SERVERS[first]}), worker and API`, () => stack.startTemporal(first));
  versions.push(`Temporal ${SERVERS[first]}: ${version}`);
  const population = await step('Filling the database', () =>
    populate({
      url: stack.url,
      base: stack.base,
      open: options.open,
      people: Math.max(8, ...options.clients),
      report: say,
    }),
  );
  const bench = { stack, options, population, report: say };

  /** @type {Part[]} */
  const parts = [];
  const { only } = options;
  if (only.includes('inbox')) parts.push(inboxPart(await titled('Inbox', () => inbox(bench))));
  for (const what of /** @type {const} */ (['decisions', 'submissions'])) {
    if (only.includes(what)) parts.push(acknowledgedPart(what, await titled(what, () => acknowledged(bench, what))));
  }
  if (only.includes('papers')) parts.push(papersPart(await titled('papers', () => papers(bench))));
  if (only.includes('dossiers')) {
    parts.push(
      dossiersPart(first, await titled(`whole dossiers, Temporal ${SERVERS[first]}`, () => wholeDossiers(bench))),
    );
    for (const server of others) {
      try {
        const next = await step(`Starting Temporal (${SERVERS[server]}), worker and API`, () =>
          stack.startTemporal(server),
        );
        versions.push(`Temporal ${SERVERS[server]}: ${next}`);
      } catch (error) {
        parts.push({
          block: `Temporal ${SERVERS[server]} was left out: ${/** @type {Error} */ (error).message}`,
          aims: [],
        });
        continue;
      }
      parts.push(
        dossiersPart(server, await titled(`whole dossiers, Temporal ${SERVERS[server]}`, () => wholeDossiers(bench))),
      );
    }
  }
  tell(parts, versions, options);
}

/** @template T @param {string} title @param {() => Promise<T>} work */
async function titled(title, work) {
  say(`… ${title}`);
  return work();
}

/** @param {Stack} stack @returns {Promise<string>} */
const versionOf = ({ url }) =>
  withClient(
    url,
    async (database) =>
      `PostgreSQL ${(await database.query('SHOW server_version')).rows[0].server_version.split(' ')[0]}`,
  );

const PG = ['pgApi', 'pgWorker', 'pgRest'];

/** @param {Samples} samples @returns {Part} */
function inboxPart(samples) {
  const rows = [...samples].map(([name, each]) => [
    name,
    page.spreadText(page.ratesOf(each)),
    page.p50p95(page.latenciesOf(each, 'inbox')),
    String(page.latenciesOf(each, 'inbox').length),
    page.spreadText(page.cpuOf(each, 'api')),
    page.spreadText(page.cpuOf(each, ...PG)),
  ]);
  const head = ['rows, of open tasks', 'pages/s', 'p50 / p95 ms', 'n', 'CPU ms: API', 'PostgreSQL'];
  const aims = [...samples]
    .filter(([name]) => name.startsWith('20 '))
    .map(([name, each]) => {
      const p50 = page.percentileOf(page.latenciesOf(each, 'inbox'), 0.5);
      return page.aim(`an inbox page, ${name}: p50 under 5 ms`, p50 < 5, `${page.figure(p50)} ms`);
    });
  return { block: `### Inbox, first page, one client\n\n${page.table([head, ...rows])}`, aims };
}

/** @param {Samples} samples @returns {Part} */
function papersPart(samples) {
  const rows = [...samples.values()].map((each) => [
    page.spreadText(page.ratesOf(each)),
    page.p50p95(page.latenciesOf(each, 'paper')),
    String(page.latenciesOf(each, 'paper').length),
    page.spreadText(page.cpuOf(each, 'load')),
  ]);
  const head = ['papers/s', 'p50 / p95 ms', 'n', 'CPU ms'];
  return { block: `### Papers made into files (PDF), one press\n\n${page.table([head, ...rows])}`, aims: [] };
}

const ONE = { decisions: 'decision', submissions: 'submission' };

/** @param {'decisions' | 'submissions'} what @param {Samples} samples @returns {Part} */
function acknowledgedPart(what, samples) {
  const kind = ONE[what];
  const rows = [...samples].map(([clients, each]) => [
    clients,
    page.spreadText(page.ratesOf(each)),
    page.p50p95(page.latenciesOf(each, kind)),
    String(page.latenciesOf(each, kind).length),
    page.spreadText(page.cpuOf(each, 'api')),
    page.spreadText(page.cpuOf(each, ...PG)),
    page.spreadText(page.cpuOf(each, 'api', ...PG)),
    page.spreadText(page.cpuOf(each, 'load')),
  ]);
  const head = ['clients', `${what}/s`, 'p50 / p95 ms', 'n', 'CPU ms: API', 'PostgreSQL', 'both', 'clients’ own'];
  const eight = samples.get('8');
  const aims = [];
  if (what === 'decisions' && eight) {
    const both = page.median(page.cpuOf(eight, 'api', ...PG));
    const rate = page.median(page.ratesOf(eight));
    aims.push(page.aim('a decision: at most 3 ms of CPU in API and PostgreSQL', both <= 3, `${page.figure(both)} ms`));
    aims.push(page.aim('decisions at 8 clients: at least 304/s', rate >= 304, `${page.figure(rate)}/s`));
  }
  const title = what === 'decisions' ? 'Decisions' : 'Submissions';
  return { block: `### ${title}, acknowledged (the worker is held meanwhile)\n\n${page.table([head, ...rows])}`, aims };
}

/** @param {import('./options.mjs').Server} server @param {Awaited<ReturnType<typeof wholeDossiers>>} measured @returns {Part} */
function dossiersPart(server, { dossiers, bare, backlog }) {
  const ours = [...dossiers].map(([clients, each]) => {
    const theirs = bare.get(clients) ?? [];
    return [
      clients,
      page.spreadText(page.ratesOf(each)),
      page.spreadText(page.ratesOf(theirs)),
      page.spreadText(page.ratio(each, theirs)),
      page.p50p95(page.latenciesOf(each, 'open')),
      String(page.latenciesOf(each, 'open').length),
    ];
  });
  const head = ['clients', 'dossiers/s', 'bare loops/s', 'ratio', 'next step open, p50 / p95 ms', 'n'];
  const cpu = [...dossiers].flatMap(([clients, each]) => [
    [
      `dossier, ${clients}`,
      ...['api', 'worker'].map((part) => page.spreadText(page.cpuOf(each, part))),
      page.spreadText(page.cpuOf(each, ...PG)),
      page.spreadText(page.cpuOf(each, 'temporal', 'pgTemporal')),
      page.spreadText(page.cpuOf(each, 'load')),
    ],
    [
      `bare loop, ${clients}`,
      '–',
      page.spreadText(page.cpuOf(bare.get(clients) ?? [], 'load')),
      page.spreadText(page.cpuOf(bare.get(clients) ?? [], ...PG)),
      page.spreadText(page.cpuOf(bare.get(clients) ?? [], 'temporal', 'pgTemporal')),
      'in worker',
    ],
  ]);
  const cpuHead = [
    'CPU ms a dossier, clients',
    'API',
    'worker',
    'PostgreSQL',
    'Temporal (with its own share of PostgreSQL)',
    'clients’ own',
  ];
  const lines = [
    `### Whole dossiers, Temporal ${SERVERS[server]}`,
    page.table([head, ...ours]),
    page.table([cpuHead, ...cpu]),
    `Behind (wakes not told, dossiers on their way), looked at ${backlog.samples} times: at most ${backlog.most}, two seconds after the end ${backlog.atEnd}.`,
  ];
  return { block: lines.join('\n\n'), aims: dossierAims(server, { dossiers, bare, backlog }) };
}

/** @param {import('./options.mjs').Server} server @param {Awaited<ReturnType<typeof wholeDossiers>>} measured */
function dossierAims(server, { dossiers, bare, backlog }) {
  const aims = [];
  const [one, eight] = [dossiers.get('1'), dossiers.get('8')];
  if (one) {
    const p95 = page.percentileOf(page.latenciesOf(one, 'open'), 0.95);
    aims.push(
      page.aim(
        `next step open, one client, Temporal ${SERVERS[server]}: p95 within 100 ms`,
        p95 <= 100,
        `${page.figure(p95)} ms`,
      ),
    );
  }
  if (eight) {
    const reached = page.median(page.ratio(eight, bare.get('8') ?? []));
    aims.push(
      page.aim(
        `whole dossiers, 8 clients, Temporal ${SERVERS[server]}: at least 0.6 of the bare loop`,
        reached >= 0.6,
        page.figure(reached),
      ),
    );
  }
  aims.push(page.aim(`nothing left behind, Temporal ${SERVERS[server]}`, backlog.atEnd === 0, String(backlog.atEnd)));
  return aims;
}

/** @param {readonly Part[]} parts @param {string[]} versions @param {Options} options */
function tell(parts, versions, options) {
  const { rounds, seconds, open } = options;
  const settings = `${open} open dossiers with forms of 2 kB. ${rounds} rounds of ${seconds} s each, contenders taking turns after a warm-up; median [min..max] of the rounds, percentiles over all of them. CPU is user and system time from /proc.`;
  const aims = parts.flatMap((part) => part.aims);
  const block = [
    page.machine({ versions, settings }),
    ...parts.map((part) => part.block),
    ...(aims.length > 0 ? [`### Aims\n\n${page.table([['aim', 'measured', 'met'], ...aims])}`] : []),
  ].join('\n\n');
  say(`\n${block}\n`);
  if (options.write) page.writePage(block);
}
