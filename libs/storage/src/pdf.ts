import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Always the built one, also beside the sources: a thread starts from a file of JavaScript. */
const INSPECTION = join(__dirname, '../dist/pdf-inspection.js');
/** An honest scan of 10 MB takes a tenth of a second and some ten megabytes; what unfolds without end is stopped. */
const MOST_MS = 10_000;
const MOST_BYTES_MORE = 500 * 1024 * 1024;
const WATCH_EVERY_MS = 20;

let last: Promise<unknown> = Promise.resolve();

/**
 * Whether a PDF can be read whole and holds nothing that acts: no program, no file inside, no password. One after the
 * other, so that what one of them takes can be told.
 */
export function isHarmlessPdf(path: string): Promise<boolean> {
  const answer = last.then(() => inspect(path));
  // One that could not be looked at is told to whoever asked; it keeps nobody after it from being looked at.
  last = answer.catch(() => undefined);
  return answer;
}

/** In a thread that can be ended, because whoever made the file may have meant it to be expensive. */
function inspect(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const thread = new Worker(INSPECTION, { workerData: path, env: {} });
    const tooLong = setTimeout(() => end(false), MOST_MS);
    const tooMuch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_BYTES_MORE) end(false);
    }, WATCH_EVERY_MS);
    const end = (harmless: boolean) => {
      clearTimeout(tooLong);
      clearInterval(tooMuch);
      void thread.terminate();
      resolve(harmless);
    };
    thread.once('message', end);
    thread.once('error', () => end(false));
    thread.once('exit', () => end(false));
  });
}
