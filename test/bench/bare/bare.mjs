// Worker and clients of the bare loop in one process: a client starts a workflow, wakes it, and wakes it again as soon as
// its local activity has run. What a client waits for costs no call.
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { join } from 'node:path';

/** @typedef {{ clients: number, seconds: number }} Job */

const TASK_QUEUE = 'bare';
const [address = '', namespace = ''] = process.argv.slice(2);

/** @type {Map<string, () => void>} */
const looking = new Map();

Runtime.install({ logger: new DefaultLogger('ERROR') });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue: TASK_QUEUE,
  workflowsPath: join(import.meta.dirname, 'bare.workflow.mjs'),
  activities: {
    /** @param {string} id @param {number} seen */
    look: async (id, seen) => looking.get(`${id}/${seen}`)?.(),
  },
});
const running = worker.run();
const client = new Client({ connection: await Connection.connect({ address }), namespace });
const run = Date.now().toString(36);
let count = 0;

/** @param {string} id @param {number} wake */
function looked(id, wake) {
  return new Promise((resolve) => {
    looking.set(`${id}/${wake}`, () => {
      looking.delete(`${id}/${wake}`);
      resolve(undefined);
    });
  });
}

async function oneLoop() {
  const id = `bare-${run}-${count++}`;
  const handle = await client.workflow.start('bare', { taskQueue: TASK_QUEUE, workflowId: id, args: [id] });
  for (const wake of [1, 2, 3]) {
    const done = looked(id, wake);
    await handle.signal('recorded');
    await done;
  }
}

/** @param {Job} job */
async function measure({ clients, seconds }) {
  let ops = 0;
  const before = process.cpuUsage();
  const began = performance.now();
  const end = began + seconds * 1_000;
  const oneClient = async () => {
    for (; performance.now() < end; ops += 1) await oneLoop();
  };
  await Promise.all(Array.from({ length: clients }, oneClient));
  const { user, system } = process.cpuUsage(before);
  return { ops, seconds: (performance.now() - began) / 1_000, cpu: (user + system) / 1_000 };
}

process.on('message', (/** @type {Job} */ job) => {
  measure(job).then(
    (load) => process.send?.({ load }),
    (error) => process.send?.({ error: String(error?.message ?? error) }),
  );
});
process.on('disconnect', () => worker.shutdown());
process.send?.({ ready: true });
await running;
process.exit();
