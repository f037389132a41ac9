// The least that Temporal can do for a dossier: a workflow that starts, is woken three times, does nothing in the worker
// at hand each time, and ends.
import * as wf from '@temporalio/workflow';

const { look } = wf.proxyLocalActivities({ startToCloseTimeout: '3s' });
const recorded = wf.defineSignal('recorded');

/** @param {string} id */
export async function bare(id) {
  let wakes = 0;
  wf.setHandler(recorded, () => void (wakes += 1));
  for (let seen = 0; seen < 3;) {
    await wf.condition(() => wakes > seen);
    seen = wakes;
    await look(id, seen);
  }
}
