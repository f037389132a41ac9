// Servers that are kept running until they are told to stop: what ends by itself is started again.
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('./guarded.mjs').Running} Running */
/** @typedef {(line: string) => void} Report */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const STEADY = 60_000;
const STOP_PATIENCE = 10_000;

class Service {
  #stopping = false;
  /** @type {Promise<Running>} */
  #latest;
  /** @type {Running | undefined} */
  #running;

  /** @param {string} name @param {() => Promise<Running>} launch @param {Report} report */
  constructor(name, launch, report) {
    this.name = name;
    this.report = report;
    this.launch = async () => (this.#running = await launch());
    this.#latest = this.launch();
  }

  /** The first start must succeed: a mistake in the settings would only fail again and again. */
  async started() {
    const running = await this.#latest;
    void this.#keepRunning();
    return running;
  }

  async #keepRunning() {
    let wait = FIRST_PAUSE;
    for (;;) {
      const since = Date.now();
      const how = await this.#latest.then((running) => running.exited).catch((error) => error.message);
      if (this.#stopping) return;
      if (Date.now() - since > STEADY) wait = FIRST_PAUSE;
      this.report(`${this.name} ended (${how}); it is started again.`);
      await pause(wait);
      if (this.#stopping) return;
      wait = Math.min(wait * 2, LONGEST_PAUSE);
      this.#latest = this.launch();
    }
  }

  async stop() {
    this.#stopping = true;
    await this.#latest.catch(() => {}); // a start that is under way cannot be taken back, only stopped afterwards
    await this.#running?.stop();
  }

  kill() {
    this.#stopping = true;
    this.#running?.kill();
  }
}

export class Services {
  /** @type {Service[]} in the order of their start */
  #all = [];

  /**
   * @param {(name: string, running: Running) => void} remember told of each start
   * @param {Report} report
   */
  constructor(remember, report) {
    this.remember = remember;
    this.report = report;
  }

  /**
   * @template {Running} R
   * @param {string} name
   * @param {() => Promise<R>} launch resolves once the server is ready, also when it is called again later on
   * @returns {Promise<R>} what the first start gave
   */
  async keep(name, launch) {
    const service = new Service(name, () => this.#launch(name, launch), this.report);
    this.#all.push(service);
    return /** @type {R} */ (await service.started());
  }

  /** @param {string} name @param {() => Promise<Running>} launch */
  async #launch(name, launch) {
    const running = await launch();
    this.remember(name, running);
    return running;
  }

  /** Stops what was started last first. What takes too long is killed, or left to its guard while it is just starting. */
  async stop() {
    await Promise.race([this.#stopInTurn(), pause(STOP_PATIENCE).then(() => this.kill())]);
  }

  async #stopInTurn() {
    for (const service of this.#all.toReversed()) await service.stop();
  }

  kill() {
    for (const service of this.#all) service.kill();
  }
}
