import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from '../../deploy/local/ports.mjs';
import { findTemporal } from '../../deploy/local/temporal-program.mjs';
import { makeFolder, messageOf, removeFolder } from './support';

jest.setTimeout(60_000);

const GOOD = '#!/bin/sh\necho "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"\n';
const ARCHIVE = `/download/v1.5.1/temporal_cli_1.5.1_${platform()}_${arch() === 'x64' ? 'amd64' : arch()}.tar.gz`;

let folder: string;
let cache: string;
let server: Server;
let downloadBase: string;
/** What the server answers, by path; everything else is a 404. */
let served: Record<string, Buffer>;
const path = process.env.PATH;

beforeEach(async () => {
  folder = makeFolder();
  cache = join(folder, 'cache');
  mkdirSync(join(folder, 'bin'));
  process.env.PATH = join(folder, 'bin');
  served = {};
  server = createServer(({ url = '' }, response) => {
    const body = served[url];
    response.writeHead(body ? 200 : 404).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  downloadBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  process.env.PATH = path;
  await new Promise((resolve) => server.close(resolve));
  removeFolder(folder);
});

/** A tar archive of one block header and one file each, as release tools write it. */
function tar(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000755\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write('0ustar\0', 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, Buffer.from(content.padEnd(Math.ceil(content.length / 512) * 512, '\0'))];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const release = (program: string) => gzipSync(tar({ LICENSE: 'MIT', 'README.md': 'Temporal', temporal: program }));

function putOnPath(name: string, script: string): string {
  const file = join(folder, 'bin', name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

/** A Go that knows its version and "builds" what it is told. */
function putGoOnPath({ version = 'go1.26.8', builds = GOOD } = {}) {
  writeFileSync(join(folder, 'built'), builds);
  const install = `/bin/cp "${folder}/built" "$GOBIN/temporal" && /bin/chmod 755 "$GOBIN/temporal"`;
  putOnPath('go', `#!/bin/sh\nif [ "$1" = env ]; then echo ${version}; else ${install}; fi\n`);
}

const find = (more: { named?: string } = {}) => findTemporal({ cache, downloadBase, ...more });
const cached = () => join(cache, `temporal-1.5.1-${platform()}-${arch()}`);

describe('finding Temporal', () => {
  test('given a program that the person named, when it runs, then it is used whatever its version', async () => {
    const named = putOnPath('mine', '#!/bin/sh\necho temporal version 0.0.0-DEV\n');

    expect(await find({ named })).toBe(named);
  });

  test('given a named program that is not there, when it is looked for, then the setting is named', async () => {
    const message = await messageOf(find({ named: '/nowhere/temporal' }));

    expect(message).toMatch(/^TEMPORAL_CLI, which names \/nowhere\/temporal, could not be run: .*ENOENT\.$/);
  });

  test('given one on PATH, when it runs, then it is used and nothing is downloaded', async () => {
    const program = putOnPath('temporal', '#!/bin/sh\necho temporal version 1.4.0\n');
    served[ARCHIVE] = release(GOOD);

    expect(await find()).toBe(program);
  });

  test('given one on PATH that does not run, when there is a download, then that is used', async () => {
    putOnPath('temporal', '#!/bin/sh\nexit 1\n');
    served[ARCHIVE] = release(GOOD);

    expect(await find()).toBe(cached());
  });

  test('given a good download, when it was fetched once, then the next time needs no network', async () => {
    served[ARCHIVE] = release(GOOD);
    const first = await find();
    served = {};

    expect(await find()).toBe(first);
    expect(readdirSync(cache)).toEqual([`temporal-1.5.1-${platform()}-${arch()}`]);
  });

  test('given a damaged program in the cache, when there is a download, then it takes its place', async () => {
    mkdirSync(cache);
    writeFileSync(cached(), 'half');
    served[ARCHIVE] = release(GOOD);

    expect(await find()).toBe(cached());
  });

  test('given the remains of a killed download, when the next one is made, then they are swept away', async () => {
    mkdirSync(`${cached()}.999999999.part`, { recursive: true });
    served[ARCHIVE] = release(GOOD);
    await find();

    expect(readdirSync(cache)).toHaveLength(1);
  });

  test.each<[string, () => Buffer | undefined, RegExp]>([
    ['nothing for this platform', () => undefined, /Download: \S+ answered 404\./],
    ['an archive that is cut off', () => release(GOOD).subarray(0, 100), /Download: The download is damaged/],
    ['a tar that is cut off', () => gzipSync(tar({ temporal: GOOD }).subarray(0, 520)), /The archive ends too early/],
    ['a tar with a bad header', () => gzipSync(Buffer.alloc(1024, 'x')), /The archive is damaged/],
    ['an archive without the program', () => gzipSync(tar({ LICENSE: 'MIT' })), /holds no file temporal/],
    ['a program that does not run', () => release('#!/bin/sh\nexit 3\n'), /Download: .* failed \(exit code 3\)/],
    ['a program of another version', () => release(GOOD.replace('1.5.1', '1.6.0')), /instead of version 1\.5\.1/],
  ])('given %s, when there is no Go, then one line tells and the cache stays empty', async (_, body, expected) => {
    const answer = body();
    if (answer) served[ARCHIVE] = answer;

    const message = await messageOf(find());

    expect(message).toMatch(expected);
    expect(message).toMatch(/Build: Go is not installed\. Install Go 1\.25 or newer, or set TEMPORAL_CLI/);
    expect(message).not.toContain('\n');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('given no network, when there is a Go, then Temporal is built and kept', async () => {
    putGoOnPath();
    downloadBase = `http://127.0.0.1:${await freePort()}`;

    expect(await find()).toBe(cached());
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('given a server that accepts and never answers, when it is asked, then the wait is short', async () => {
    putGoOnPath();
    server.removeAllListeners('request').on('request', () => {});
    const since = Date.now();

    expect(await find()).toBe(cached());
    expect(Date.now() - since).toBeLessThan(15_000);
    server.closeAllConnections();
  });

  test('given a Go that is too old, when all else fails, then that is said', async () => {
    putGoOnPath({ version: 'go1.21.3' });

    expect(await messageOf(find())).toMatch(/Build: Go 1\.25 is needed to build it, this is go1\.21\.3\./);
  });

  test('given a build that gives a broken program, when it is tried, then the cache stays empty', async () => {
    putGoOnPath({ builds: 'not a program' });

    expect(await messageOf(find())).toMatch(/Build: /);
    expect(readdirSync(cache)).toEqual([]);
  });
});
