// Runs one command for the launcher and stops it when the launcher says so, or dies, however it dies: the channel between
// them closes then. Arguments: options as JSON, then the command and its own arguments.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const PATIENCE = 10_000;

const [options, command, ...args] = process.argv.slice(2);
const { stopSignal, ...account } = JSON.parse(options);
/** @type {import('node:child_process').SpawnOptions} */
const spawnOptions = { ...account, stdio: ['ignore', 'inherit', 'inherit'] };
const child = spawn(command, args, spawnOptions);

function stop() {
  child.kill(stopSignal);
  setTimeout(() => child.kill('SIGKILL'), PATIENCE);
}

child.on('spawn', () => process.send?.({ pid: child.pid }, () => {})); // nobody may be there to hear it
child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));

process.on('SIGTERM', stop); // the launcher wants it
process.on('disconnect', stop); // the launcher died
if (!process.connected) stop(); // … while this file was being read
