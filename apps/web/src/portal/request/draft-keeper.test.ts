import { ApiProblem, OFFLINE } from '../../shared/api';
import { copyKeptHere, DraftKeeper, type DraftContent } from './draft-keeper';

const DRAFT = { id: 'd1', version: 3, updatedAt: '2026-03-14T13:00:00Z' };
const content = (members: number): DraftContent => ({ document: { members }, page: 'household' });
const problem = (status: number, code: string) => new ApiProblem({ status, code, title: '', detail: '' });

class Device {
  readonly kept = new Map<string, string>();
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, text: string) => void this.kept.set(name, text);
  removeItem = (name: string) => void this.kept.delete(name);
}

/** A server that answers when the test says so. */
function aServer() {
  const asked: { content: DraftContent; version: number; answer: (error?: unknown) => void }[] = [];
  const save = (given: DraftContent, version: number) =>
    new Promise<{ version: number; updatedAt: string }>((resolve, reject) => {
      const answer = (error?: unknown) =>
        error === undefined
          ? resolve({ version: version + 1, updatedAt: '2026-03-14T13:05:00Z' })
          : reject(error as Error);
      asked.push({ content: given, version, answer });
    });
  return { asked, save };
}

function aKeeper() {
  const device = new Device();
  const server = aServer();
  const keeper = new DraftKeeper(DRAFT, { storage: device, save: server.save, now: () => '2026-03-14T13:04:00Z' });
  return { device, server, keeper };
}
const settled = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('is on the device with the first key, before any line is needed', () => {
  const { device, keeper } = aKeeper();

  keeper.change(content(4));

  expect(copyKeptHere(device, 'd1')).toEqual({ ...content(4), version: 3 });
});

it('leaves nothing on the device once the server has it', async () => {
  const { device, server, keeper } = aKeeper();
  keeper.change(content(4));
  const flushed = keeper.flush();
  await settled();

  server.asked[0]?.answer();

  expect(await flushed).toBe(true);
  expect(device.kept.size).toBe(0);
  expect(keeper.kept).toEqual({ phase: 'saved', at: '2026-03-14T13:05:00Z' });
});

it('sends what was typed meanwhile after the answer, with the version of the answer', async () => {
  const { server, keeper } = aKeeper();
  keeper.change(content(4));
  void keeper.flush();
  await settled();
  keeper.change(content(5));
  const flushed = keeper.flush();
  await settled();
  expect(server.asked).toHaveLength(1);

  server.asked[0]?.answer();
  await settled();
  server.asked[1]?.answer();

  expect(await flushed).toBe(true);
  expect(server.asked.map(({ version }) => version)).toEqual([3, 4]);
  expect(server.asked[1]?.content).toEqual(content(5));
});

it('keeps it here without a line, says so, and sends it by itself later', async () => {
  const { device, server, keeper } = aKeeper();
  keeper.change(content(4));
  const flushed = keeper.flush();
  await settled();

  server.asked[0]?.answer(problem(0, OFFLINE));

  expect(await flushed).toBe(false);
  expect(keeper.kept).toEqual({ phase: 'here', at: '2026-03-14T13:04:00Z' });
  expect(copyKeptHere(device, 'd1')).toMatchObject(content(4));
  jest.advanceTimersByTime(15_000);
  await settled();
  expect(server.asked[1]?.content).toEqual(content(4));
});

it('asks the person when another device was quicker, and goes on from his choice', async () => {
  const { server, keeper } = aKeeper();
  keeper.change(content(4));
  const flushed = keeper.flush();
  await settled();
  server.asked[0]?.answer(problem(409, 'draft-changed'));
  expect(await flushed).toBe(false);
  expect(keeper.kept).toEqual({ phase: 'elsewhere' });

  keeper.goOnFrom(9, content(4));
  void keeper.flush();
  await settled();

  expect(server.asked[1]).toMatchObject({ version: 9, content: content(4) });
});
