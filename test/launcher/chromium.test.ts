import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../deploy/local/chromium.mjs';
import { makeFolder, messageOf, removeFolder } from './support';

jest.setTimeout(60_000);

let folder: string;
const path = process.env.PATH;

beforeEach(() => {
  folder = makeFolder();
  process.env.PATH = folder;
});

afterEach(() => {
  process.env.PATH = path;
  removeFolder(folder);
});

function putOnPath(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

describe('finding Chromium', () => {
  test('given the person named one, when it runs, then it is used', async () => {
    const named = putOnPath('mine', '#!/bin/sh\necho Chromium 156\n');

    expect(await findChromium({ named })).toBe(named);
  });

  test('given the person named one that is not there, when it is looked for, then the setting is named', async () => {
    expect(await messageOf(findChromium({ named: '/nowhere' }))).toMatch(/^CHROMIUM, which names \/nowhere, could not/);
  });

  test('given two on PATH, when the first does not run, then the second is used', async () => {
    putOnPath('chromium', '#!/bin/sh\nexit 127\n');
    const good = putOnPath('google-chrome', '#!/bin/sh\necho Google Chrome 156\n');

    expect(await findChromium({ named: '' })).toBe(good);
  });
});
