import { once, sendOnce } from './acts';
import { ApiProblem, OFFLINE } from './api';

const problem = (status: number, code: string) => new ApiProblem({ status, code, title: '', detail: '' });

beforeEach(() => sessionStorage.clear());

/** An act that fails as told, then succeeds; it writes down under which keys it was asked for. */
function anAct(...failures: unknown[]) {
  const keys: string[] = [];
  const act = (key: string) => {
    keys.push(key);
    const failure = failures.shift();
    return failure === undefined ? Promise.resolve('done') : Promise.reject(failure as Error);
  };
  return { keys, act };
}

it('repeats the same act after a broken line, also in a page that was loaded anew', async () => {
  const { keys, act } = anAct(problem(0, OFFLINE));

  await expect(once('submit', act)).rejects.toThrow();
  await once('submit', act);

  expect(keys[1]).toBe(keys[0]);
});

it.each([422, 409])('begins a new act after a refusal (%d)', async (status) => {
  const { keys, act } = anAct(problem(status, 'refused'));

  await expect(once('submit', act)).rejects.toThrow();
  await once('submit', act);

  expect(keys[1]).not.toBe(keys[0]);
});

it('begins a new act after a success', async () => {
  const { keys, act } = anAct();

  await once('submit', act);
  await once('submit', act);

  expect(new Set(keys).size).toBe(2);
});

it('keeps nothing of what is sent in the names of its keys', async () => {
  const body = { name: 'Danh Thị Sà Rây', citizenNumber: '094170000123' };
  const lost = () => Promise.reject(problem(0, OFFLINE));

  await expect(sendOnce('file', body, lost)).rejects.toThrow();

  expect(sessionStorage).toHaveLength(1);
  expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/Sà Rây|094170000123/);
});

it('takes another content for another act', async () => {
  const keys: string[] = [];
  const lost = (key: string) => {
    keys.push(key);
    return Promise.reject(problem(0, OFFLINE));
  };

  for (const note of ['one', 'other', 'one']) await expect(sendOnce('withdraw', { note }, lost)).rejects.toThrow();

  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
});
