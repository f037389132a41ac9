import { moved, START, turned, zoomed } from './photo-stand';

describe('a photo in its frame', () => {
  it('grows by steps up to six times and comes back to the middle', () => {
    const large = moved(zoomed(START, 1), 30, 10);

    expect(large).toEqual({ zoom: 1.5, turn: 0, x: 30, y: 10 });
    expect(zoomed(large, -1)).toEqual(START);
  });

  it('grows no further than six times, and shrinks no further than its frame', () => {
    const largest = [1, 2, 3, 4, 5, 6, 7].reduce((stand) => zoomed(stand, 1), START);

    expect(largest.zoom).toBe(6);
    expect(zoomed(START, -1)).toEqual(START);
  });

  it('stays turned while it shrinks', () => {
    expect(zoomed(zoomed(turned(START), 1), -1).turn).toBe(90);
  });

  it('does not leave a frame that it fits', () => {
    expect(moved(START, 30, 10)).toEqual(START);
  });
});
