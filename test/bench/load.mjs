// The clients: a process of its own, so that what they cost is told apart. Each asks, waits for the answer, and asks again.
import { Client } from './client.mjs';

/** @typedef {{ dossier: string, applicant: number }} Draft */
/**
 * @typedef {object} Job
 * @property {'inbox' | 'decisions' | 'submissions' | 'dossiers'} what
 * @property {string} base
 * @property {number} clients
 * @property {number} seconds
 * @property {Record<string, readonly string[]>} cookies
 * @property {number} [size] of a page
 * @property {readonly string[]} [dossiers] to decide
 * @property {readonly Draft[]} [drafts] to submit
 * @property {number} [number] the last number of a paper that was given
 */
/** @typedef {{ ops: number, seconds: number, latencies: Record<string, number[]>, cpu: number, ranDry?: boolean }} Load */

const WAIT_SECONDS = 5;

/** @typedef {{ client: Client, cookie: (role: string) => string, timed: (name: string, work: Promise<unknown>) => Promise<void>, item: number }} Turn */

/** @type {Record<Job['what'], (job: Job, turn: Turn) => Promise<void>>} */
const WORK = {
  inbox: ({ size }, { client, cookie, timed }) =>
    timed('inbox', client.get('GET', `/api/inbox?size=${size}`, { cookie: cookie('specialist') })),
  decisions: ({ dossiers = [] }, { client, cookie, timed, item }) => {
    const body = { task: 'examine.1.1', outcome: 'propose' };
    return timed('decision', client.command(dossiers[item], 'decision', body, { cookie: cookie('specialist') }));
  },
  submissions: ({ drafts = [], cookies }, { client, timed, item }) => {
    const { dossier, applicant } = drafts[item];
    return timed('submission', client.submit(dossier, cookies.applicant[applicant]));
  },
  dossiers: wholeDossier,
};

/** From submission to its end: every act waits until the dossier has been carried on. @param {Job} job @param {Turn} turn */
async function wholeDossier({ drafts = [], cookies, number = 0 }, { client, cookie, timed, item }) {
  const { dossier, applicant } = drafts[item];
  /** @param {string} role */
  const as = (role) => ({ cookie: cookie(role), wait: WAIT_SECONDS });
  const entry = { number: `${number + item + 1}/QĐ-BENCH`, issuedOn: new Date().toISOString().slice(0, 10) };
  await timed('submitted', client.submit(dossier, cookies.applicant[applicant], WAIT_SECONDS));
  await timed('received', client.command(dossier, 'reception', { task: 'reception.1.1' }, as('clerk')));
  await timed(
    'open',
    client.command(dossier, 'decision', { task: 'examine.1.1', outcome: 'propose' }, as('specialist')),
  );
  await timed('open', client.command(dossier, 'decision', { task: 'decide.1.1', outcome: 'approve' }, as('leader')));
  await timed(
    'ended',
    client.command(dossier, 'decision', { task: 'number.1.1', outcome: 'issue', entry }, as('archivist')),
  );
}

/** @param {Job} job @returns {Promise<Load>} */
async function run(job) {
  const { what, base, clients, seconds, cookies } = job;
  const client = new Client(base, clients);
  const most = (job.dossiers ?? job.drafts)?.length ?? Infinity;
  /** @type {Record<string, number[]>} */
  const latencies = {};
  let [next, ops] = [0, 0];
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const end = began + seconds * 1_000;
  /** @type {Turn['timed']} */
  const timed = async (name, work) => {
    const since = performance.now();
    await work;
    (latencies[name] ??= []).push(performance.now() - since);
  };
  /** @param {number} who */
  const oneClient = async (who) => {
    /** @param {string} role */
    const cookie = (role) => cookies[role][who % cookies[role].length];
    while (performance.now() < end && next < most) {
      await WORK[what](job, { client, cookie, timed, item: next++ });
      ops += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, who) => oneClient(who)));
  const { user, system } = process.cpuUsage(cpuBefore);
  client.end();
  const took = (performance.now() - began) / 1_000;
  return { ops, seconds: took, latencies, cpu: (user + system) / 1_000, ranDry: next >= most };
}

process.on('message', (/** @type {Job} */ job) => {
  run(job).then(
    (load) => process.send?.({ load }),
    (error) => process.send?.({ error: String(error?.message ?? error) }),
  );
});
process.on('disconnect', () => process.exit());
