import { keysOf } from './many-acts';

describe('the keys of many acts', () => {
  const key = '0190a000-0000-7000-8000-ffffffffffff';

  it('are all of the one that is kept, each another, the same whenever it is tried again', () => {
    const keys = keysOf(key, 500);

    expect(new Set(keys).size).toBe(500);
    expect(keys[0]).toBe(key);
    expect(keysOf(key, 500)).toEqual(keys);
  });

  it('are keys of the same kind and moment', () => {
    for (const each of keysOf(key, 3)) expect(each).toMatch(/^0190a000-0000-7000-8000-[0-9a-f]{12}$/);
  });
});
