import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api } from '../../../shared/api';
import { PhrasesProvider } from './PhraseField';
import { WrittenField } from './WrittenField';

beforeEach(() => {
  Object.assign(api, { GET: () => Promise.resolve({ data: [] }) });
});
afterEach(cleanup);

const phrase = (vi: string, where: string) => ({ text: { vi, en: vi }, for: [where] });
const PHRASES = [phrase('Cần xác minh thêm.', 'extend'), phrase('Đủ điều kiện.', 'approve')];

async function phrasesOf(phrasesFor?: readonly string[]): Promise<readonly (string | null)[]> {
  const field = <WrittenField label="Lý do" phrasesFor={phrasesFor} value="" onText={() => undefined} />;
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <PhrasesProvider value={PHRASES}>{field}</PhrasesProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mẫu câu' }));
  return (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
}

it('is named by its label alone', async () => {
  await phrasesOf();

  expect(screen.getByLabelText('Lý do').tagName).toBe('TEXTAREA');
});

it('offers the phrases of its act, and to an opinion those of decisions only', async () => {
  expect(await phrasesOf(['extend'])).toEqual(['Cần xác minh thêm.']);
  cleanup();
  expect(await phrasesOf()).toEqual(['Đủ điều kiện.']);
});
