import { renderHook } from '@testing-library/react';
import { api } from '../../shared/api';
import { useOpening } from './use-opening';

const dossier = (task: string, change: object = {}) =>
  ({
    id: 'd',
    inTransit: false,
    places: [{ task, mineBy: { vi: 'Công chức', en: 'Specialist' } }],
    ...change,
  }) as never;

let said: unknown[];
beforeEach(() => {
  jest.useFakeTimers();
  said = [];
  const POST = (_: string, { body }: { body: unknown }) => {
    said.push(body);
    return Promise.resolve({});
  };
  Object.assign(api, { POST });
});
afterEach(() => jest.useRealTimers());

const look = (shown: never) => renderHook((given: never) => useOpening(given), { initialProps: shown });

describe('that a task was opened', () => {
  it('is said once, by whoever looks at it for a moment', () => {
    const { rerender } = look(dossier('a'));
    expect(said).toEqual([]);

    jest.runAllTimers();
    rerender(dossier('a', { sequence: 2 }));
    jest.runAllTimers();

    expect(said).toEqual([{ task: 'a' }]);
  });

  it('is not said by who only leafs through', () => {
    look(dossier('b')).unmount();
    jest.runAllTimers();

    expect(said).toEqual([]);
  });

  it.each([
    ['is asked nothing', dossier('c', { places: [{ task: 'c' }] })],
    ['sees it on its way', dossier('c', { inTransit: true })],
    ['finds the clock stopped', dossier('c', { suspended: { since: '', ground: {} } })],
  ])('is not said by who %s', (_who, shown) => {
    look(shown as never);
    jest.runAllTimers();

    expect(said).toEqual([]);
  });
});
