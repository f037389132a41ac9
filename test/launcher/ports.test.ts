import { createServer, type AddressInfo, type Server } from 'node:net';
import { freePort, nextFreePort, settlePorts } from '../../deploy/local/ports.mjs';
import { readSettings } from '../../deploy/local/settings.mjs';
import { messageOf } from './support';

let server: Server;
let taken: number;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  taken = (server.address() as AddressInfo).port;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('ports', () => {
  test('given a taken port that the person named, when ports are settled, then one sentence names the setting', async () => {
    const message = await messageOf(settlePorts(readSettings({ PORT: String(taken) }), () => {}));

    expect(message).toBe(`Port ${taken}, which PORT names, is taken. Free it, or set PORT to another.`);
  });

  test('given a taken default port, when ports are settled, then the next free one is used and said', async () => {
    const lines: string[] = [];
    const wished = { ...readSettings({}), TEMPORAL_PORT: taken };

    const settled = await settlePorts(wished, (line) => lines.push(line));

    expect(settled.TEMPORAL_PORT).toBeGreaterThan(taken);
    expect(lines).toContainEqual(`Port ${taken} is taken: TEMPORAL_PORT is ${settled.TEMPORAL_PORT} this time.`);
  });

  test('given two settings with the same port, when ports are settled, then both are named', async () => {
    const port = String(await freePort());

    const message = await messageOf(settlePorts(readSettings({ PORT: port, PG_PORT: port }), () => {}));

    expect(message).toBe(`PORT and PG_PORT both name port ${port}. Give each its own.`);
  });

  test('given a named port that is a default of another server, when ports are settled, then that one gives way', async () => {
    const port = await freePort();
    const wished = { ...readSettings({ PORT: String(port) }), TEMPORAL_PORT: port };

    const settled = await settlePorts(wished, () => {});

    expect(settled.PORT).toBe(port);
    expect(settled.TEMPORAL_PORT).not.toBe(port);
  });

  test('given a server of their own, when ports are settled, then the ports of ours do not matter', async () => {
    const theirs = { PG_PORT: String(taken), DATABASE_URL: 'postgres://owner:x@127.0.0.1:5432/trinhduyet' };

    await expect(settlePorts(readSettings(theirs), () => {})).resolves.toMatchObject({ PG_PORT: taken });
  });

  test('given no free port above, when one is looked for, then that is said', async () => {
    expect(await messageOf(nextFreePort(65_536))).toBe('No port from 65536 upwards is free.');
  });
});
