// What is measured. Contenders take turns within a round, so that whatever else the machine does meets all of them alike.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../../deploy/local/database.mjs';
import { spent } from './cpu.mjs';
import { Helper } from './helper.mjs';
import { addDrafts, openDossiers, setAside } from './seed.mjs';

/** @typedef {import('./load.mjs').Job} Job */
/** @typedef {import('./load.mjs').Load} Load */
/** @typedef {import('./stack.mjs').Stack} Stack */
/** @typedef {import('./options.mjs').Options} Options */
/** @typedef {import('./seed.mjs').Population} Population */
/**
 * @typedef {object} Sample one measurement
 * @property {number} rate operations a second
 * @property {number} ops
 * @property {Record<string, readonly number[]>} latencies in milliseconds, by kind of operation
 * @property {import('./cpu.mjs').Cpu} cpu milliseconds an operation, by part
 */
/** @typedef {Map<string, Sample[]>} Samples by what was measured */
/**
 * @typedef {object} Bench
 * @property {Stack} stack
 * @property {Options} options
 * @property {Population} population
 * @property {(line: string) => void} report
 */

/** Operations a second; what is prepared does not run out sooner. */
const FASTEST = { decisions: 2_500, submissions: 1_000 };
const WARM_UP_SECONDS = 3;
/** A few dossiers a second: it takes longer until the programs that carry them are warm. */
const WARM_UP_OF_DOSSIERS = 15;

/** @param {Bench} bench @returns {Helper<Job, Load>} */
const clientsOf = ({ stack }) => new Helper(join(import.meta.dirname, 'load.mjs'), [], stack.folder.logOf('load'));

/** @param {Stack} stack @param {() => Promise<Pick<Load, 'ops' | 'seconds' | 'cpu'> & Partial<Load>>} work @returns {Promise<Sample>} */
async function sampled(stack, work) {
  const before = stack.cpu();
  const { ops, seconds, latencies = {}, cpu: own, ranDry = false } = await work();
  if (ranDry) throw new Error('There was nothing left to be asked for: the clients waited.');
  const cpu = { ...spent(before, stack.cpu()), load: own };
  return {
    ops,
    rate: ops / seconds,
    latencies,
    cpu: Object.fromEntries(Object.entries(cpu).map(([part, ms]) => [part, ms / ops])),
  };
}

/** @param {Samples} samples @param {string} name @param {Sample} sample @param {(line: string) => void} report */
function keep(samples, name, sample, report) {
  samples.set(name, [...(samples.get(name) ?? []), sample]);
  report(`  ${name}: ${sample.rate.toFixed(1)}/s`);
}

/** Of so many rows is the page that the aim is about, and the one that the desk shows. */
const PAGES = [20, 50];

/** An inbox page of somebody with few tasks, and of somebody with very many. @param {Bench} bench @returns {Promise<Samples>} */
export async function inbox(bench) {
  const { stack, options, population, report } = bench;
  const helper = clientsOf(bench);
  /** @type {Samples} */
  const samples = new Map();
  const contenders = PAGES.flatMap((size) => [
    { name: `${size} of ${population.fewTasks}`, cookie: population.few, size },
    { name: `${size} of ${options.open}`, cookie: population.many, size },
  ]);
  /** @param {(typeof contenders)[number]} contender @param {number} seconds @returns {Job} */
  const job = ({ cookie, size }, seconds) => ({
    what: 'inbox',
    base: stack.base,
    clients: 1,
    seconds,
    size,
    cookies: { specialist: [cookie] },
  });
  for (const contender of contenders) await helper.ask(job(contender, WARM_UP_SECONDS / 2));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contender of contenders) {
      const sample = await sampled(stack, () => helper.ask(job(contender, Math.min(options.seconds, 3))));
      keep(samples, contender.name, sample, report);
    }
  }
  await helper.end();
  return samples;
}

/**
 * Decisions and submissions as they are acknowledged: the worker is held, nothing is carried on meanwhile. What is left to
 * be carried is put aside afterwards.
 * @param {Bench} bench @param {'decisions' | 'submissions'} what @returns {Promise<Samples>}
 */
export async function acknowledged(bench, what) {
  const { stack, options, population, report } = bench;
  const helper = clientsOf(bench);
  /** @type {Samples} */
  const samples = new Map();
  const dossiers = what === 'decisions' ? [...(await openDossiers(stack.url))] : [];
  /** @param {number} clients @param {number} seconds */
  const ask = async (clients, seconds) => {
    const most = Math.ceil(seconds * FASTEST[what] * (clients === 1 ? 0.4 : 1));
    const work =
      what === 'decisions' ? { dossiers: dossiers.splice(0, most) } : { drafts: await addDrafts(stack.url, most) };
    const job = { what, base: stack.base, clients, seconds, cookies: population.cookies, ...work };
    const sample = await sampled(stack, () => helper.ask(job));
    if (work.dossiers) dossiers.push(...work.dossiers.slice(sample.ops));
    return sample;
  };
  stack.holdWorker();
  await ask(8, WARM_UP_SECONDS);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const clients of options.clients) {
      keep(samples, `${clients}`, await ask(clients, options.seconds), report);
    }
  }
  await setAside(stack.url);
  stack.releaseWorker();
  await helper.end();
  return samples;
}

/** Of the papers numbered so far: each number is given once. */
let lastNumber = 0;

/**
 * Whole dossiers, from submission to their end, beside the bare loop on the same server.
 * @param {Bench} bench @returns {Promise<{ dossiers: Samples, bare: Samples, backlog: Backlog }>}
 */
export async function wholeDossiers(bench) {
  const { stack, options, report } = bench;
  const helper = clientsOf(bench);
  /** @type {Helper<{ clients: number, seconds: number }, Load>} */
  const loop = new Helper(
    join(import.meta.dirname, 'bare/bare.mjs'),
    [stack.temporalAddress, 'default'],
    stack.folder.logOf('bare'),
  );
  await loop.ask();
  /** @type {Samples} */
  const dossiers = new Map();
  /** @type {Samples} */
  const bare = new Map();
  const backlog = new BacklogWatch(stack.url);
  /** @param {number} clients @param {number} seconds */
  const carry = async (clients, seconds) => {
    const drafts = await addDrafts(stack.url, Math.ceil(seconds * 200));
    const job = {
      what: /** @type {const} */ ('dossiers'),
      base: stack.base,
      clients,
      seconds,
      cookies: bench.population.cookies,
      drafts,
      number: lastNumber,
    };
    const sample = await sampled(stack, () => helper.ask(job));
    lastNumber += drafts.length;
    return sample;
  };
  /** @param {number} clients @param {number} seconds */
  const loopOf = (clients, seconds) => sampled(stack, () => loop.ask({ clients, seconds }));
  await carry(8, WARM_UP_OF_DOSSIERS);
  await loopOf(8, WARM_UP_OF_DOSSIERS);
  await backlog.start();
  for (let round = 0; round < options.rounds; round += 1) {
    for (const clients of options.clients) {
      keep(bare, `${clients}`, await loopOf(clients, options.seconds), (line) => report(`${line} (bare loop)`));
      keep(dossiers, `${clients}`, await carry(clients, options.seconds), report);
    }
  }
  const left = await backlog.end();
  await Promise.all([helper.end(), loop.end()]);
  return { dossiers, bare, backlog: left };
}

/** Papers made into files, by one press. @param {Bench} bench @returns {Promise<Samples>} */
export async function papers({ stack, options, report }) {
  /** @type {Helper<{ seconds: number }, Load>} */
  const press = new Helper(join(import.meta.dirname, 'papers.mjs'), [], stack.folder.logOf('press'));
  /** @type {Samples} */
  const samples = new Map();
  await press.ask({ seconds: WARM_UP_SECONDS });
  for (let round = 0; round < options.rounds; round += 1) {
    keep(samples, 'papers', await sampled(stack, () => press.ask({ seconds: options.seconds })), report);
  }
  await press.end();
  return samples;
}

/** @typedef {{ most: number, atEnd: number, samples: number }} Backlog wakes that were due and not told, and dossiers on their way */

/** Looks twice a second at what has not been carried on yet. */
class BacklogWatch {
  /** @type {number[]} */
  #seen = [];
  #watching = true;
  /** @type {Promise<void>} */
  #loop = Promise.resolve();

  /** @param {string} url */
  constructor(url) {
    this.url = url;
  }

  async start() {
    const since = await withClient(
      this.url,
      async (database) => (await database.query('SELECT bench.ms() AS ms')).rows[0].ms,
    );
    this.since = since;
    this.#loop = withClient(this.url, async (database) => {
      for (; this.#watching; await pause(500)) this.#seen.push(await this.#look(database));
    });
    this.#loop.catch(() => {}); // told at the end
  }

  /** @param {import('pg').Client} database */
  async #look(database) {
    const { rows } = await database.query(
      `SELECT (SELECT count(*) FROM wake WHERE told < sequence)::int + (SELECT count(*) FROM dossier d
         WHERE d.dossier_id > bench.id($1, '') AND d.status = 'open' AND NOT EXISTS (SELECT FROM task t WHERE t.dossier_id = d.dossier_id))::int AS behind`,
      [this.since],
    );
    return rows[0].behind;
  }

  /** @returns {Promise<Backlog>} */
  async end() {
    this.#watching = false;
    await this.#loop;
    await pause(2_000);
    const atEnd = await withClient(this.url, (database) => this.#look(database));
    return { most: Math.max(0, ...this.#seen), atEnd, samples: this.#seen.length };
  }
}
