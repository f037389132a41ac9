// The folder of everything that is kept, and the note in it (run.json) of what runs from it: for the commands that join a
// running launcher, and for the next start, which stops what a killed launcher left behind.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherError } from './errors.mjs';
import { writePrivately } from './files.mjs';
import { removeReachable } from './postgres-account.mjs';
import { identify, stillRuns, stopProcess } from './processes.mjs';

/** @typedef {import('./processes.mjs').KnownProcess} KnownProcess */
/** @typedef {KnownProcess & { stopSignal: NodeJS.Signals }} Child */
/**
 * @typedef {object} RunNote
 * @property {KnownProcess} launcher
 * @property {string} [url]
 * @property {Record<string, string>} [environment] what the product's command line needs to join in
 * @property {Record<string, Child>} children in the order of their start
 */

export class DataFolder {
  /** @type {RunNote} */
  #note = { launcher: { pid: process.pid, identity: identify(process.pid) }, children: {} };
  #isOurs = false;

  /** @param {string} path */
  constructor(path) {
    this.path = path;
    this.postgres = join(path, 'postgres');
    this.temporal = join(path, 'temporal');
    this.files = join(path, 'files');
    this.logs = join(path, 'logs');
    this.secrets = join(path, 'secrets.json');
    this.runFile = join(path, 'run.json');
  }

  /** @param {string} name */
  logOf(name) {
    return join(this.logs, `${name}.log`);
  }

  /** @returns {RunNote | undefined} */
  readNote() {
    try {
      return JSON.parse(readFileSync(this.runFile, 'utf8'));
    } catch {
      return undefined; // nothing runs, or nothing can be known of it
    }
  }

  /** What a living launcher wrote, or nothing. */
  running() {
    const note = this.readNote();
    return note && stillRuns(note.launcher) ? note : undefined;
  }

  /** Takes the folder for this launcher: refuses while another one lives, and stops what a dead one left running. */
  async claim() {
    const other = this.running();
    if (other) {
      throw new LauncherError(
        `Trình Duyệt is already running from ${this.path} (process ${other.launcher.pid}${other.url ? `, ${other.url}` : ''}).`,
        'Stop it there with Ctrl-C, or set DATA_DIR to another folder.',
      );
    }
    await this.stopLeftovers();
    this.#make();
    this.#isOurs = true;
  }

  #make() {
    try {
      mkdirSync(this.path, { recursive: true });
      for (const folder of [this.temporal, this.files, this.logs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.#write();
    } catch (error) {
      throw new LauncherError(
        `The data folder ${this.path} cannot be written (${/** @type {NodeJS.ErrnoException} */ (error).code}).`,
        'Give it to whoever runs this, or set DATA_DIR to another folder.',
      );
    }
  }

  /** Stops what a launcher left running that was killed together with its guards. */
  async stopLeftovers() {
    const children = Object.values(this.readNote()?.children ?? {});
    for (const child of children.reverse()) await stopProcess(child, child.stopSignal);
  }

  /** @param {string} name @param {Child} child */
  remember(name, { pid, identity, stopSignal }) {
    this.#note.children[name] = { pid, identity, stopSignal };
    this.#write();
  }

  /** @param {string} url @param {Record<string, string>} environment */
  announce(url, environment) {
    Object.assign(this.#note, { url, environment });
    this.#write();
  }

  /** Everything is stopped: gives the folder back, unless it was refused. */
  release() {
    if (this.#isOurs) rmSync(this.runFile, { force: true });
  }

  /** Removes what was kept; the folder itself stays while it holds anything else. */
  remove() {
    removeReachable(this.postgres);
    for (const path of [this.temporal, this.files, this.logs, this.secrets, this.runFile]) {
      rmSync(path, { recursive: true, force: true });
    }
    if (existsSync(this.path) && readdirSync(this.path).length === 0) rmdirSync(this.path);
  }

  #write() {
    writePrivately(this.runFile, `${JSON.stringify(this.#note, null, 2)}\n`);
  }
}
