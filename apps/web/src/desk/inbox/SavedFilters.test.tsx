import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api, ApiProblem, OFFLINE } from '../../shared/api';
import { SavedFilters } from './SavedFilters';

afterEach(cleanup);

it('says so when a filter could not be thrown away', async () => {
  const user = userEvent.setup();
  const saved = { id: 's', name: 'Trễ lâu', filter: {} };
  Object.assign(api, {
    GET: () => Promise.resolve({ data: [saved] }),
    DELETE: () => Promise.reject(new ApiProblem({ status: 0, code: OFFLINE, title: '', detail: '' })),
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <SavedFilters filter={{ view: 'all' }} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Lưu bộ lọc' }));

  await user.click(await screen.findByRole('button', { name: 'Xóa Trễ lâu' }));

  expect((await screen.findByRole('alert')).textContent).toContain('Mất mạng');
});
