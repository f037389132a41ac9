// A small launcher for guard.test.ts: starts one Node script under a guard, tells its number, stops it when told so.
import { startGuarded } from '../../deploy/local/guarded.mjs';

const [logFile = '', script = ''] = process.argv.slice(2);
const server = await startGuarded({ command: process.execPath, args: ['-e', script], logFile });
console.log(String(server.pid)); // a number might come in colour
process.stdin.once('data', async () => {
  await server.stop();
  process.exit();
});
