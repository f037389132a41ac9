import type { Schema } from '@trinhduyet/api-client';
import type { Page } from 'playwright-core';
import { accessibilityFaults, Browsing, DESKTOP, overflowing, PHONE, screenshot, scrollable } from './support/browser';
import { filmOf } from './support/camera';
import { Keyboard } from './support/keyboard';
import { PHOTOS } from './support/housing';
import { act, fillStepForm } from './support/official';
import { Person } from './support/person';
import { Product } from './support/product';
import { fillPaperForm } from './support/paper-form';

let product: Product;
let browsing: Browsing;
beforeAll(async () => {
  product = await Product.start();
  browsing = await Browsing.start(product);
}, 240_000);
afterAll(async () => {
  await browsing.stop();
  await product.stop();
});
afterEach(() => expect(browsing.faults.splice(0)).toEqual([]));

/** The household of Sà Rây is in the demo's register, in Ấp 3. */
const CARD = '094170000123|361234567|Danh Thị Sà Rây|01021970|Nữ|Ấp 3, Mỹ Tú, Mỹ Tú, Sóc Trăng|10052021';
const MOST_KEY_ACTIONS = 15;

async function counter(login = 'motcua.mytu', viewport = DESKTOP): Promise<Page> {
  const page = await browsing.page({ login, path: '/desk', viewport });
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${product.url}/desk/counter`);
  await page.getByRole('heading', { level: 1, name: 'Tiếp nhận tại quầy' }).waitFor();
  await page.locator('#counter-scan:focus').waitFor();
  return page;
}
/** With one service only there is nothing to choose; with more the digit before it takes it. */
async function chooseHousing(page: Page, keys: Keyboard): Promise<void> {
  const services = page.locator('#counter-services label');
  await page.locator('#counter-services :focus, #counter-papers :focus').waitFor();
  const at = (await services.allTextContents()).findIndex((title) => title.includes('nhà ở'));
  if ((await services.count()) > 1) await keys.press(String(at + 1));
  await focused(page, '#counter-papers input[type=checkbox]');
}
/** The files that were sent to the printer. */
const printed = (page: Page) =>
  page.locator('.paper-frame').evaluateAll((frames) => frames.map((frame) => frame.getAttribute('src') ?? ''));
const focused = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor();
const shownCode = async (page: Page) => (await page.locator('.counter-receipt dd').first().textContent()) ?? '';

describe('the counter', () => {
  it('takes a dossier on paper by keyboard alone, in at most 15 key actions after the scan, and is ready for the next', async () => {
    const page = await counter();
    const keys = new Keyboard(page);
    await keys.scan(CARD);
    await page.getByText('Có trong sổ').waitFor();
    await page.getByText('Hộ nghèo').waitFor();
    await screenshot(page, 'counter-known');

    keys.count = 0;
    await chooseHousing(page, keys);
    await keys.press('Space');
    await keys.press('Space');
    await keys.press('F8');
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();

    expect(keys.count).toBeLessThanOrEqual(MOST_KEY_ACTIONS);
    expect(await shownCode(page)).toMatch(/^H\S+-\d{6}-\d{4}$/);
    expect(await printed(page)).toEqual([
      expect.stringMatching(/^\/api\/dossiers\/[0-9a-f-]+\/papers\/[0-9a-f-]+\/pdf$/),
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'counter-done');

    await keys.press('F8');
    await focused(page, '#counter-scan');
    expect(await page.getByText('Sà Rây').count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('094170000123');
  });

  it('then knows that the household has one, and refuses a second in writing', async () => {
    const page = await counter();
    const keys = new Keyboard(page);
    await keys.scan(CARD);
    await page.getByText('Hồ sơ đang giải quyết của người này hoặc của hộ').waitFor();
    await chooseHousing(page, keys);
    await keys.press('F8');
    await page.getByText('Hộ đang có một hồ sơ loại này. Mở hồ sơ đó').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
    await page.getByLabel('Giải thích cho người nộp').fill('Hộ đã có hồ sơ đang giải quyết.');
    await page.getByRole('button', { name: 'Từ chối và in giấy' }).click();

    await page.getByRole('heading', { name: 'Đã từ chối tiếp nhận' }).waitFor();
    expect(await printed(page)).toHaveLength(1);
  });

  it('takes somebody whom the register does not know, as a reader types through Telex, with scans that follow', async () => {
    const page = await counter();
    const keys = new Keyboard(page);
    await keys.scan('094182700001||Qua?ch Thi5 Ngoc Am|24121982|N?|Ap 4|10052022');
    await focused(page, '#counter-name');
    expect(await page.locator('#counter-name').inputValue()).toBe('');

    keys.count = 0;
    await keys.type('Quách Thị Ngọc Ẫm');
    await keys.press('Enter');
    await focused(page, '#counter-village');
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await chooseHousing(page, keys);
    await keys.press('F7');
    await page
      .getByLabel(/^Thêm bản quét/)
      .first()
      .waitFor({ state: 'attached' });
    await keys.press('Tab');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')]);
    await chooser.setFiles(PHOTOS);
    await page.reload();
    await page.locator('#counter-name').waitFor();
    expect(await page.locator('#counter-name').inputValue()).toBe('Quách Thị Ngọc Ẫm');
    const scans = page.getByLabel('Thêm bản quét: Ảnh nhà đang ở, từ 2 ảnh');
    await scans.setInputFiles(PHOTOS);
    await keys.press('F8');
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
    await page.getByText('✓ Đã gửi 2 bản quét').waitFor();

    expect(keys.count).toBeLessThanOrEqual(MOST_KEY_ACTIONS);
    await screenshot(page, 'counter-new');
  });

  it('asks for papers (form 02), takes them when they are brought, and receives', async () => {
    const page = await counter();
    const keys = new Keyboard(page);
    await keys.type('ho van nghia');
    await keys.press('Enter');
    await focused(page, '.counter-person');
    await keys.press('Enter');
    await page.getByText('Có trong sổ').waitFor();
    await chooseHousing(page, keys);
    await page.locator('#counter-papers input').first().check();
    await keys.press('F9');
    await page.getByText('Yêu cầu bổ sung một lần').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'counter-ask');
    await keys.press('F9');
    await page.getByRole('heading', { name: 'Đã ghi lại, chờ bổ sung' }).waitFor();
    expect(await printed(page)).toHaveLength(1);

    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.getByLabel('Ảnh nhà đang ở, từ 2 ảnh').check();
    await page.getByRole('button', { name: 'Ghi nhận giấy tờ bổ sung' }).click();
    await act(page, 'Tiếp nhận và in giấy hẹn');
    await page.getByRole('cell', { name: 'Ảnh nhà đang ở, từ 2 ảnh' }).waitFor();
  });

  it('tells what is wrong with a card, and never sends what was not read', async () => {
    const page = await counter();
    const keys = new Keyboard(page);
    const said = async (text: string, words: RegExp) => {
      await keys.press('F4');
      await page.locator('#counter-scan').fill(text);
      await keys.press('Enter');
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
    };
    await said('O94170000123|||A|01021970|Nữ||', /12 chữ số; đọc được “O94170000123”/);
    await said('094170000123|361', /mới đọc được một phần/);
    await said('https://example.vn/|', /12 chữ số/);
    await page.locator('#counter-scan').fill('không có ai tên này');
    await keys.press('Enter');
    await page.getByText('Không tìm thấy “không có ai tên này”').waitFor();
    expect(decodeURI(page.url())).not.toContain('tên');
  });
});

describe('the paper form', () => {
  it('is typed in by the specialist, and then the village decides and the dossier moves on', async () => {
    const clerk = await Person.enter(product, 'motcua.mytu');
    const { body: filed } = await clerk.post<Schema<'Filed'>>('/api/counter/dossiers', {
      unit: '31567@2025-07-01',
      requestType: 'housing',
      person: { citizenNumber: '094160000777', name: 'Đỗ Thị Ẫm', dateOfBirth: '1960-05-05', sex: 'F' },
      place: { commune: '31567@2025-07-01', village: '31567@2025-07-01/ap-3' },
      papers: ['application', 'house-photos'],
      act: { type: 'receive' },
    });
    const village = await browsing.page({
      login: 'truongap3.mytu',
      path: `/desk/dossiers/${filed.dossier}`,
      viewport: DESKTOP,
    });
    await village.getByText('Đơn giấy của hồ sơ này chưa được nhập đủ').first().waitFor();

    const page = await browsing.page({
      login: 'nhao.mytu',
      path: `/desk/dossiers/${filed.dossier}`,
      viewport: DESKTOP,
    });
    await page.goto(`${product.url}/desk/untyped`);
    await page.getByRole('heading', { level: 1, name: 'Đơn giấy chờ nhập' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'counter-untyped');
    await page.getByRole('link', { name: `Nhập đơn giấy của hồ sơ ${filed.code}` }).click();
    await fillPaperForm(page);
    expect(await scrollable(page)).toBe(0);
    await screenshot(page, 'transcript');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi đơn vào hồ sơ' }).click();
    await page.locator('.panes').waitFor();
    expect(await page.locator('.paper-banner').count()).toBe(0);

    await village.reload();
    await fillStepForm(village, 'meeting');
    await act(village, 'Thôn đề nghị hỗ trợ');
    const view = await clerk.dossier(filed.dossier);
    expect(view.places.map(({ step }) => step)).toEqual(['posting']);
    expect(view.history.map(({ type }) => type)).toContain('transcribed');
  });
});

describe('the page of the counter', () => {
  it('speaks both languages, fits every screen, and axe finds nothing', async () => {
    const page = await counter('motcua.taphuan');
    await page
      .getByText(/TẬP HUẤN/)
      .first()
      .waitFor();
    await new Keyboard(page).scan('094172000321||Thạch Thị Tập|16031972|Nữ|Ấp Tam Sóc|10052021');
    await page.getByText('Có trong sổ').waitFor();
    for (const width of [PHONE.width, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, overflowing: await overflowing(page) }).toEqual({ width, overflowing: [] });
      expect({ width, faults: await accessibilityFaults(page) }).toEqual({ width, faults: [] });
      await screenshot(page, `counter-${width}`);
    }
    expect(await scrollable(page)).toBe(0);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Counter' }).waitFor();

    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'counter-en');
  });

  it('is for whoever receives', async () => {
    const page = await browsing.page({ login: 'nhao.mytu', path: '/desk/counter', viewport: DESKTOP });

    await page.getByRole('heading', { level: 1, name: 'Trang này dành cho bộ phận một cửa' }).waitFor();
  });
});

describe('the camera', () => {
  it('passes over a code that is no card, reads the card, and is switched off', async () => {
    const film = filmOf({ text: 'https://example.vn/khuyen-mai', frames: 10 }, { text: CARD, frames: 30 });
    const withCamera = await Browsing.start(product, film);
    try {
      const page = await withCamera.page({ login: 'motcua.mytu', path: '/desk/counter', viewport: DESKTOP });
      await page.getByRole('button', { name: 'Dùng máy ảnh' }).click();
      await page.locator('.counter-camera video').waitFor();
      await screenshot(page, 'counter-camera');

      await page.getByText('Có trong sổ').waitFor();

      expect(await page.getByText('Danh Thị Sà Rây').count()).toBeGreaterThan(0);
      expect(await page.locator('.counter-camera').count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(withCamera.faults).toEqual([]);
    } finally {
      await withCamera.stop();
    }
  });
});
