import { mark } from '../inbox/marks';
import { rememberWords } from '../inbox/filter';
import type { InboxLine } from '../inbox/use-inbox';
import { kept } from '../dossier/work/kept';
import { forgetInbox, takeOver } from './whose-tab';

const LINE = { dossier: 'd', task: 't', maskedName: 'Trần T. B.' } as InboxLine;

beforeEach(() => {
  sessionStorage.clear();
  takeOver('nhao');
  mark([LINE], true);
  rememberWords({ view: 'all', q: 'bich' });
});
const left = () => JSON.stringify({ ...sessionStorage });

describe('marks and words of the inbox', () => {
  it('stay with an account that signs in again', () => {
    expect(takeOver('nhao')).toBe(false);

    expect(left()).toContain('Trần T. B.');
    expect(left()).toContain('bich');
  });

  it.each([
    ['go when somebody else works in the tab', () => takeOver('nhao2')],
    ['go with whoever signs out', forgetInbox],
  ])('%s', (_what, leave) => {
    leave();

    expect(left()).not.toMatch(/Trần|bich/);
  });

  it('go alone: what was typed is kept for whoever typed it', () => {
    kept('nhao', 'd', 't').write({ note: 'Mái lợp lá.' });

    expect(takeOver('nhao2')).toBe(true);

    expect(kept('nhao', 'd', 't').read()).toEqual({ note: 'Mái lợp lá.' });
  });
});
