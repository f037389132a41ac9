// `npm start`, once it is known that this Node is new enough to read these files.
import { once } from 'node:events';
import { DataFolder } from './data-folder.mjs';
import { LauncherError } from './errors.mjs';
import { help } from './help.mjs';
import { launch } from './launch.mjs';
import { Services } from './services.mjs';
import { readSettings } from './settings.mjs';
import { explain, say } from './terminal.mjs';

const SAME_KEY_PRESS = 500; // the terminal tells us of Ctrl-C, and npm, which was told too, tells us again

/** The first Ctrl-C asks everything to stop, whatever is going on; a second one is final. @param {Services} services */
function listenForInterrupt(services) {
  const interrupt = new AbortController();
  let first = 0;
  const onSignal = () => {
    if (!first) {
      first = Date.now();
      say('Stopping …');
      interrupt.abort();
    } else if (Date.now() - first > SAME_KEY_PRESS) {
      services.kill();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  return interrupt;
}

async function run() {
  if (process.platform === 'win32') throw new LauncherError('Windows is served through WSL only.');
  const settings = readSettings();
  const folder = new DataFolder(settings.DATA_DIR);
  const services = new Services((name, running) => folder.remember(name, running), say);
  const interrupt = listenForInterrupt(services);
  const { signal } = interrupt;
  try {
    await launch({ settings, folder, services, signal });
    await once(signal, 'abort');
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    interrupt.abort(); // ends what is still at work after a failure, such as a download
    await services.stop();
    folder.release();
  }
}

/** @param {string[]} args */
export async function main(args) {
  if (args.includes('--help')) return say(help());
  process.stdout.on('error', () => {}); // a terminal that was closed must not keep us from stopping in order
  await run().catch(explain);
  process.exit();
}
