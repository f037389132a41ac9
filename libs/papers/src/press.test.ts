import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPress } from './index';
import { renderPaper } from './render';
import { aDecision, aReceipt } from './testing/a-paper';

it('prints the same as is printed without a thread, several at once', async () => {
  const press = startPress();
  const printed = await Promise.all([aDecision(), aReceipt(3), aDecision()].map((paper) => press.print(paper)));

  expect(printed[0]?.equals(await renderPaper(aDecision()))).toBe(true);
  expect(printed[1]?.equals(await renderPaper(aReceipt(3)))).toBe(true);
  expect(printed[2]?.equals(printed[0] ?? Buffer.alloc(0))).toBe(true);
  await press.end();
});

it('refuses what waits when its thread ends, and prints the next paper on another', async () => {
  const press = startPress();
  const waiting = press.print(aDecision());
  await press.end();

  await expect(waiting).rejects.toThrow('stopped');
  expect((await press.print(aDecision())).subarray(0, 5).toString()).toBe('%PDF-');
  await press.end();
});

it('does not refuse what a new thread was given when the end of the failed one is heard of', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'td-press-'));
  const script = join(folder, 'thread.cjs');
  writeFileSync(
    script,
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', ({ id, paper }) => {
       if (paper.fails) throw new Error('out of ink');
       parentPort.postMessage({ id, bytes: Buffer.from('printed') });
     });`,
  );
  const press = startPress(script);

  await expect(press.print({ fails: true } as never)).rejects.toThrow('out of ink');

  expect((await press.print({} as never)).toString()).toBe('printed');
  await press.end();
  rmSync(folder, { recursive: true });
});

it('refuses a paper that cannot be drawn without quoting it, and goes on', async () => {
  const press = startPress();
  const broken = { content: { title: 'Trần Thị Bích' } } as never;

  await expect(press.print(broken)).rejects.toThrow(/^TypeError$/);
  expect((await press.print(aDecision())).length).toBeGreaterThan(10_000);
  await press.end();
});
