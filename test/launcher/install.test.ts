import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, isInstalled } from '../../deploy/local/install.mjs';
import { makeFolder, removeFolder } from './support';

jest.setTimeout(60_000);

let folder: string;

const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));

/** A clone with one package of its own, so that no registry is needed. */
beforeEach(() => {
  folder = makeFolder();
  mkdirSync(join(folder, 'own'));
  const manifest = { name: 'clone', version: '1.0.0', dependencies: { own: 'file:own' } };
  const own = { name: 'own', version: '1.0.0' };
  const packages = { '': manifest, 'node_modules/own': { resolved: 'own', link: true }, own };
  write('package.json', manifest);
  write('own/package.json', own);
  write('package-lock.json', { ...manifest, lockfileVersion: 3, requires: true, packages });
});

afterEach(() => removeFolder(folder));

describe('installing packages', () => {
  test('given a fresh clone, when they were installed, then it is not needed again', async () => {
    expect(isInstalled(folder)).toBe(false);

    await installPackages(folder);

    expect(isInstalled(folder)).toBe(true);
  });

  test('given another lockfile, when it is asked, then it is needed again', async () => {
    await installPackages(folder);

    write('package-lock.json', {});

    expect(isInstalled(folder)).toBe(false);
  });

  test('given an installation that was broken off, when it is asked, then it is redone from the start', async () => {
    mkdirSync(join(folder, 'node_modules', 'half'), { recursive: true });
    expect(isInstalled(folder)).toBe(false);

    await installPackages(folder);

    expect(existsSync(join(folder, 'node_modules', 'half'))).toBe(false);
  });

  test('given a lockfile that does not fit, when it fails, then npm itself says why', async () => {
    write('package.json', { dependencies: { missing: '1.0.0' } });

    await expect(installPackages(folder)).rejects.toMatchObject({
      message: 'Installing packages (npm ci) failed (exit code 1).',
      details: expect.stringContaining('missing'),
    });
    expect(isInstalled(folder)).toBe(false);
  });
});
