import { dayOfText } from './day-of-text';

describe('a day that was typed', () => {
  it.each([
    ['05/03/2026', '2026-03-05'],
    ['5/3/2026', '2026-03-05'],
    [' 31-12-2026 ', '2026-12-31'],
  ])('%s is %s', (text, day) => {
    expect(dayOfText(text)).toBe(day);
  });

  it.each(['', '05/03', '30/02/2026', '2026-03-05', '5/13/2026'])('%s is none', (text) => {
    expect(dayOfText(text)).toBeUndefined();
  });
});
