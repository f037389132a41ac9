import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api } from '../../shared/api';
import CounterPage from './CounterPage';

const paper = (key: string, vi: string) => ({
  ...{ key, kind: 'copy', copies: 1, conditional: false },
  title: { vi, en: vi },
});
const SERVICE = {
  ...{ key: 'housing', workingDays: 18 },
  title: { vi: 'Hỗ trợ nhà ở', en: 'Housing' },
  shortTitle: { vi: 'Nhà ở', en: 'Housing' },
  papers: [paper('application', 'Đơn'), paper('photos', 'Ảnh')],
};
const PERSON = {
  ...{ id: 'p', name: 'Danh Thị Sà Rây', maskedNumber: '0941••••••••', dateOfBirth: '1970-02-01', birthYear: 1970 },
  ...{ sex: 'F', ethnicity: '05', phone: null, commune: 'mytu', communeName: 'Xã Mỹ Tú', village: 'ap-3' },
  ...{ villageName: 'Ấp 3', household: null },
};
const FILED = {
  ...{ dossier: 'd', lookupCode: 'T7K-4Q2', pin: '123456', code: 'H15-260316-0001', promisedOn: '2026-04-09' },
  ...{ paper: 'f', sequence: 3, inTransit: true },
};
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/counter/desk': { services: [SERVICE], communes: [{ unit: 'mytu', name: 'Xã Mỹ Tú' }] },
  '/api/counter/people': { people: [PERSON], isMore: false, openDossiers: [] },
  '/api/counter/dossiers': FILED,
  '/api/places/{unit}/villages': [{ village: 'ap-3', name: 'Ấp 3' }],
  '/api/places/{unit}': { unit: 'mytu', name: 'Xã Mỹ Tú', above: '', training: false, receives: true },
};
const ME = {
  ...{ account: 'clerk', kind: 'official', name: 'Cúc', language: 'vi' },
  posts: [{ duty: 'clerk', unit: 'mytu', unitName: 'Xã Mỹ Tú', training: false }],
} as never;

/** The API as far as the page needs it. */
const ask = (path: string, { body }: { body?: unknown } = {}) => {
  sent.push({ path, body });
  return Promise.resolve({ data: ANSWERS[path], response: { ok: true } });
};
let sent: { path: string; body: unknown }[];
beforeEach(() => {
  sent = [];
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
  window.matchMedia = ((media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
  Object.assign(api, { GET: ask, POST: ask });
});
afterEach(cleanup);

const open = () =>
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <CounterPage me={ME} />
      </QueryClientProvider>
    </MantineProvider>,
  );
const focused = (role: string) => waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe(role));

describe('the page of the counter', () => {
  it('goes from the scan to the receipt with the keyboard alone, and forgets the person with the next', async () => {
    const user = userEvent.setup();
    open();
    await user.type(await screen.findByLabelText(/Quét mã/), '094170000123||Danh|01021970|Nu|Ap 3|10052021{Enter}');
    await screen.findByText('Danh Thị Sà Rây');
    await focused('checkbox');

    await user.keyboard(' ');
    await user.keyboard('{F8}');
    await screen.findByText(/Còn thiếu: Ảnh/);
    await user.keyboard('{F7}{F8}');

    await screen.findByText('H15-260316-0001');
    expect(sent.find(({ path }) => path === '/api/counter/dossiers')?.body).toMatchObject({
      person: { id: 'p' },
      papers: ['application', 'photos'],
      act: { type: 'receive' },
    });
    expect(sent.map(({ path }) => path).join()).not.toContain('094170000123');
    await user.keyboard('{F8}');
    await focused('text');
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/094170000123|Sà Rây/);
  });

  it('says what is wrong with a card, and asks the server nothing', async () => {
    const user = userEvent.setup();
    open();

    await user.type(await screen.findByLabelText(/Quét mã/), 'O94170000123||A|01021970{Enter}');

    expect((await screen.findByRole('alert')).textContent).toContain('đọc được “O94170000123”');
    expect(sent.map(({ path }) => path)).not.toContain('/api/counter/people');
  });
});
