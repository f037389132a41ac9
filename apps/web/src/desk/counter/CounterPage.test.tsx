import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { api } from '../../shared/api';
import { LanguageProvider } from '../../shared/language';
import CounterPage from './CounterPage';
import { qrReader } from './qr-reader';

jest.mock('./qr-reader');

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
  localStorage.clear();
  Object.assign(api, { GET: ask, POST: ask });
});
afterEach(cleanup);

const PAGE = <CounterPage me={ME} />;
const open = (page = PAGE) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        {page}
      </QueryClientProvider>
    </MantineProvider>,
  );
const focused = (role: string) => waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe(role));

const CARD = '094170000123||Danh|01021970|Nu|Ap 3|10052021';
const filed = () => sent.filter(({ path }) => path === '/api/counter/dossiers');

/** A camera before which these codes are held, one after the other. */
function cameraSees(...codes: string[]) {
  jest.mocked(qrReader).mockResolvedValue(() => Promise.resolve(codes.shift()));
  const getUserMedia = () => Promise.resolve({ getTracks: () => [] });
  Object.assign(navigator, { mediaDevices: { getUserMedia } });
  HTMLMediaElement.prototype.play = () => Promise.resolve();
}

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

  it('does nothing else while a panel asks about one act', async () => {
    const user = userEvent.setup();
    open();
    await user.type(await screen.findByLabelText(/Quét mã/), `${CARD}{Enter}`);
    await focused('checkbox');
    await user.keyboard('{F7}');
    await user.click(screen.getByRole('button', { name: 'Từ chối tiếp nhận' }));
    const note = await screen.findByLabelText(/Giải thích/);

    await user.keyboard('{F8}{F8}{F9}');

    expect(filed()).toEqual([]);
    expect(note.isConnected).toBe(true);
    expect(screen.queryByText(/Yêu cầu bổ sung một lần/)).toBeNull();
  });

  it('asks in Vietnamese for what is missing, in whichever language the clerk works', async () => {
    const user = userEvent.setup();
    localStorage.setItem('language', 'en');
    open(<LanguageProvider>{PAGE}</LanguageProvider>);
    await user.type(await screen.findByLabelText(/Scan the code/), `${CARD}{Enter}`);
    await focused('checkbox');

    await user.keyboard('{F9}{F9}');

    await waitFor(() => expect(filed()).toHaveLength(1));
    expect(filed()[0]?.body).toMatchObject({
      act: { type: 'askSupplement', items: [{ reason: 'Thiếu đơn.' }, { reason: 'Thiếu ảnh.' }] },
    });
  });

  it('says that a code is not of a card, asks nobody about it, and looks on until one is', async () => {
    const user = userEvent.setup();
    cameraSees('https://example.vn/menu', CARD);
    open();
    await user.click(await screen.findByRole('button', { name: 'Dùng máy ảnh' }));

    await screen.findByText(/không phải của thẻ căn cước/);
    expect(sent.map(({ path }) => path)).not.toContain('/api/counter/people');
    await screen.findByText('Danh Thị Sà Rây');

    expect(screen.queryByText(/không phải của thẻ căn cước/)).toBeNull();
    screen.getByRole('button', { name: 'Dùng máy ảnh' });
  });
});
