import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { help, markdown } from '../../deploy/local/help.mjs';
import { readSettings, table } from '../../deploy/local/settings.mjs';
import { workspace } from '../../deploy/local/workspace.mjs';

describe('settings', () => {
  test('given nothing, when they are read, then all have their documented defaults', () => {
    const settings = readSettings({});

    expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DEMO: true, DATA_DIR: join(workspace, '.data') });
    expect(settings.DATABASE_URL).toBeUndefined();
    expect(settings.given.size).toBe(0);
  });

  test('given several mistakes, when they are read, then each is named at once', () => {
    const read = () => readSettings({ PORT: 'abc', HOST: 'not a host', DEMO: 'yes', TEMPORAL_ADDRESS: 'nowhere' });

    expect(read).toThrow(/HOST must .*\n.*PORT must .*"abc".*\n.*DEMO must .*\n.*TEMPORAL_ADDRESS must /);
  });

  test('given a mistake in an address with a password, when it is told, then the password is not', () => {
    const read = () => readSettings({ DATABASE_URL: 'mysql://owner:s3cret@host/db' });

    expect(read).toThrow(/DATABASE_URL must look like/);
    expect(read).not.toThrow(/s3cret/);
  });

  test.each(['0', '65536', '80.5', '-1', ' 80'])('given PORT "%s", when it is read, then it is refused', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(/PORT must be a port number/);
  });

  test('given an empty variable, when it is read, then it counts as not set', () => {
    expect(readSettings({ PORT: '' })).toMatchObject({ PORT: 3000, given: new Set() });
  });
});

describe('help', () => {
  test.each(table.map(({ name, about }) => ({ name, about })))('names $name and what it does', ({ name, about }) => {
    expect(help()).toContain(`  ${name}  (`);
    expect(help()).toContain(about.replaceAll('`', ''));
  });

  test('docs/settings.md is what `node deploy/local/help.mjs --markdown` writes', () => {
    expect(readFileSync(join(workspace, 'docs/settings.md'), 'utf8')).toBe(markdown());
  });
});
