import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api } from '../../shared/api';
import { Announcements } from '../shell/announcements';
import { ListProvider } from './list-context';
import { clearMarks, toggleMark } from './marks';
import { SelectionBar } from './SelectionBar';
import type { InboxLine } from './use-inbox';
import { linkId } from './use-selection';

const LINE = {
  ...{ dossier: 'd', task: 't', code: 'H1', post: 'p', acts: ['claim', 'assign'] },
} as unknown as InboxLine;
const HEAD = { posts: [{ duty: 'head' }] } as never;

/** The list as far as its bar needs it, with one row or, once that has gone, none. */
function open(selected: InboxLine | undefined, isListed = true) {
  const nothing = () => undefined;
  const list = { me: HEAD, filter: { view: 'all' as const }, selected, isWide: true };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ListProvider value={{ ...list, refresh: nothing, select: nothing, comeBack: nothing }}>
          {isListed && <a id={linkId(LINE)} href="/desk" />}
          <SelectionBar />
          <Announcements />
        </ListProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}
const marked = () => screen.queryByRole('region', { name: /đã chọn/ });

beforeEach(() => {
  Object.assign(api, {
    GET: () => Promise.resolve({ data: [{ account: 'khang', name: 'Khang', posts: ['p'] }] }),
    POST: () => Promise.resolve({ data: { items: [{ dossier: 'd', task: 't', done: true }] } }),
  });
});
afterEach(() => {
  act(clearMarks);
  cleanup();
});

describe('the key A', () => {
  it('marks the row that is looked at and asks to whom it is given', async () => {
    const user = open(LINE);

    await user.keyboard('a');
    await user.click(await screen.findByRole('menuitem', { name: 'Khang' }));

    await screen.findByText('Đã thực hiện với 1 hồ sơ.');
    expect(marked()).toBeNull();
  });

  it.each([
    ['nothing', undefined, true],
    ['what has gone elsewhere', { ...LINE, isGone: true as const }, true],
    ['what is not in the list any more', LINE, false],
  ])('does nothing with %s, neither now nor with the next mark', async (_what, selected, isListed) => {
    const user = open(selected, isListed);

    await user.keyboard('a');
    expect(marked()).toBeNull();
    act(() => toggleMark(LINE));

    await waitFor(() => expect(marked()).not.toBeNull());
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
