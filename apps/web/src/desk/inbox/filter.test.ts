import { askedFor, isNarrowed, readFilter, rememberWords, writeFilter } from './filter';

describe('the filter of the inbox', () => {
  it('is everything to do when the address says nothing', () => {
    expect(readFilter('')).toMatchObject({ view: 'all' });
    expect(writeFilter(readFilter(''))).toBe('');
  });

  it('comes back from the address as it was written', () => {
    const filter = { view: 'overdue', kind: 'review', type: 'housing', village: 'x/ap-3', q: 'hoa an' } as const;

    rememberWords(filter);
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(writeFilter(filter)).not.toContain('hoa');
  });

  it('takes nothing from an address that it does not know', () => {
    expect(readFilter('?view=everything&kind=none&q=')).toEqual({ view: 'all' });
  });

  it('asks for receptions by their kind', () => {
    expect(askedFor({ view: 'reception' })).toMatchObject({ view: 'all', kind: 'reception' });
    expect(askedFor({ view: 'today', kind: 'review' })).toMatchObject({ view: 'today', kind: 'review' });
  });

  it('is narrowed by anything but its view', () => {
    expect(isNarrowed({ view: 'overdue' })).toBe(false);
    expect(isNarrowed({ view: 'all', q: 'an' })).toBe(true);
  });
});
