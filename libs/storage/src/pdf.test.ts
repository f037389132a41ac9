import { PDFDocument } from '@cantoo/pdf-lib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHarmlessPdf } from './pdf';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'td-pdf-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('looks at the next document also when one could not be looked at', async () => {
  const path = join(folder, 'scan.pdf');
  const document = await PDFDocument.create();
  document.addPage();
  await writeFile(path, await document.save());
  jest.spyOn(process.memoryUsage, 'rss').mockImplementationOnce(() => {
    throw new Error('no thread to be had');
  });

  await expect(isHarmlessPdf(path)).rejects.toThrow('no thread to be had');

  expect(await isHarmlessPdf(path)).toBe(true);
});
