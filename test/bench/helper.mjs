// A process that works for the bench and answers by messages; it ends with the bench, however that ends.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** @template Job, Load */
export class Helper {
  /** @param {string} file @param {string[]} args @param {string} logFile */
  constructor(file, args, logFile) {
    const log = openSync(logFile, 'a', 0o600);
    this.process = fork(file, args, { stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    /** Fails when the process ends, however long that takes. @type {Promise<never>} */
    this.ended = once(this.process, 'exit').then(([code]) => {
      throw new Error(`${file} ended (${code}).`);
    });
    this.ended.catch(() => {}); // told to whoever asks
  }

  /** @param {Job} [job] nothing: waits for its first word @returns {Promise<Load>} */
  async ask(job) {
    const answered = Promise.race([once(this.process, 'message'), this.ended]);
    if (job) this.process.send(/** @type {never} */ (job));
    const [{ load, error }] = await answered;
    if (error) throw new Error(error);
    return load;
  }

  async end() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }
}
