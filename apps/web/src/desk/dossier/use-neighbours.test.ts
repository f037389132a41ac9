import { around } from './use-neighbours';

const LIST = ['a', 'b', 'c'];

describe('the dossiers around one', () => {
  it('are those before and after it', () => {
    expect(around(LIST, 1, 1)).toEqual({ position: 2, previous: 'a', next: 'c', following: 'c' });
  });

  it('are, once it has left the list, the one that took its place and the one before', () => {
    expect(around(LIST, -1, 1)).toEqual({ position: undefined, previous: 'a', next: 'b', following: 'b' });
  });

  it('begin with the first one for somebody who came by a link', () => {
    expect(around(LIST, -1, 0)).toMatchObject({ previous: undefined, next: 'a' });
  });

  it('lead from the last one to what is left, but never to itself', () => {
    expect(around(LIST, 2, 2)).toMatchObject({ next: undefined, following: 'a' });
    expect(around(['a'], 0, 0)).toMatchObject({ next: undefined, following: undefined });
  });
});
