// What the person sees while the launcher works: one line a step, with a spinner where a terminal can show one.
import { LauncherError } from './errors.mjs';

const isTerminal = Boolean(process.stdout.isTTY);
const hasColour = isTerminal && !process.env.NO_COLOR;

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const CLEAR_LINE = '\r\u001b[2K';

/** @param {number} code */
const colour = (code) => (/** @type {string} */ text) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = colour(1);
export const faint = colour(2);
export const green = colour(32);
export const red = colour(31);

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${isTerminal ? CLEAR_LINE : ''}${line}\n`);
}

/** @param {number} since */
const seconds = (since) => Math.round((Date.now() - since) / 1000);

/** Shows that a step is still going on: a spinner, or without a terminal a line now and then. @param {string} title @param {number} since */
function showProgress(title, since) {
  let frame = 0;
  const draw = () => {
    const time = seconds(since) > 1 ? faint(` ${seconds(since)} s`) : '';
    process.stdout.write(`${CLEAR_LINE}${FRAMES[frame++ % FRAMES.length]} ${title} …${time}`);
  };
  if (isTerminal) return setInterval(draw, 100);
  return setInterval(() => say(`… ${title} (${seconds(since)} s so far)`), 30_000);
}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const since = Date.now();
  if (!isTerminal) say(`… ${title}`);
  const progress = showProgress(title, since);
  try {
    const result = await work();
    say(`${green('✓')} ${title} ${faint(`(${((Date.now() - since) / 1000).toFixed(1)} s)`)}`);
    return result;
  } finally {
    clearInterval(progress);
    if (isTerminal) process.stdout.write(CLEAR_LINE);
  }
}

/** Says what went wrong: briefly when it was foreseen, with all there is to know when it is a mistake of ours. @param {unknown} error */
export function explain(error) {
  process.exitCode = 1;
  if (!(error instanceof LauncherError)) return console.error(error);
  if (error.details) console.error(error.details);
  console.error(`${red('✗')} ${error.message}`);
}
