import type { Page } from 'playwright-core';
import { accessibilityFaults, Browsing, DESKTOP, overflowing, PHONE, screenshot, scrollable } from './support/browser';
import { cutTexts } from './support/cut-texts';
import { act, acts, fillStepForm } from './support/official';
import { Product } from './support/product';

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

const at = (login: string, path = '/desk', viewport = DESKTOP) => browsing.page({ login, path, viewport });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const dossierShown = (page: Page) => page.locator('.panes').waitFor();
const rows = (page: Page) => page.locator('.inbox-table tbody tr');

/** A dossier that waits at a step, as the demo left it. */
async function waitingAt(login: string, step: string): Promise<string> {
  const page = await at(login);
  const answer = await page.request.get(`${product.url}/api/inbox`);
  const { items } = (await answer.json()) as { items: { dossier: string; step: string }[] };
  await page.context().close();
  const found = items.find((item) => item.step === step);
  if (!found) throw new Error(`Nothing waits for ${login} at ${step}.`);
  return found.dossier;
}

describe('every page of desk and studio', () => {
  it.each([
    ['inbox', 'nhao.mytu', '/desk', 'Hộp việc', 'Inbox'],
    ['reception', 'motcua.mytu', '/desk?view=reception', 'Hộp việc', 'Inbox'],
    ['an inbox with nothing in it', 'vanthu.trande', '/desk', 'Hộp việc', 'Inbox'],
    ['what is overdue', 'truongphong.mytu', '/desk/overdue', 'Quá hạn và khối lượng', 'Overdue and workload'],
    ['studio', 'quantri.cantho', '/studio', 'Thiết kế', 'Studio'],
    ['request type', 'quantri.cantho', '/studio/request-types/housing/4', /nhà ở, bản 4/, /house, version 4/],
    ['a page that there is not', 'nhao.mytu', '/desk/nowhere', 'Không có trang này', 'There is no such page'],
  ])('%s speaks both languages, fits every screen, and axe finds nothing', async (_name, login, path, vi, en) => {
    const page = await at(login, path);
    await heading(page, vi);
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);

    for (const width of [PHONE.width, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, overflowing: await overflowing(page) }).toEqual({ width, overflowing: [] });
    }
    await page.setViewportSize(PHONE);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();

    await heading(page, en);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('and the way in', async () => {
    const page = await browsing.page({ path: '/desk', viewport: DESKTOP });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('textbox', { name: 'Tài khoản' }).fill('nhao.mytu');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('textbox', { name: 'Tài khoản' }).inputValue()).toBe('nhao.mytu');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('trinhduyet-demo');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();

    await heading(page, 'Hộp việc');
  });

  it('and the dossier, on a phone as on a desk', async () => {
    const dossier = await waitingAt('nhao.mytu', 'survey');
    const page = await at('nhao.mytu', `/desk/dossiers/${dossier}`);
    await dossierShown(page);
    await page.getByLabel(/Diện tích đo được/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Lịch sử' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Vì sao' }).click();
    await page.getByText('Vì sao là việc của tôi').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await scrollable(page)).toBe(0);

    for (const width of [PHONE.width, 768, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, overflowing: await overflowing(page) }).toEqual({ width, overflowing: [] });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await screenshot(page, 'desk-dossier-narrow');
  });
});

describe('capital letters with two marks', () => {
  it.each([
    ['/desk', 'nhao.mytu', DESKTOP],
    ['/desk', 'nhao.mytu', PHONE],
    ['/desk/overdue', 'truongphong.mytu', DESKTOP],
    ['/studio/request-types/housing/4', 'quantri.cantho', DESKTOP],
    ['/', '0909888777', PHONE],
  ])('are uncut wherever %s (%s) hides what runs over', async (path, login, viewport) => {
    const page = await at(login, path, viewport);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');

    expect(await cutTexts(page, 'ĐỖ THỊ ẪM – TRỘN Ặ')).toEqual([]);
  });

  it('are uncut in a dossier', async () => {
    const page = await at('nhao.mytu', `/desk/dossiers/${await waitingAt('nhao.mytu', 'survey')}`);
    await page.getByLabel(/Diện tích đo được/).waitFor();

    expect(await cutTexts(page, 'ĐỖ THỊ ẪM – TRỘN Ặ')).toEqual([]);
  });
});

describe('a head', () => {
  it('sees what is late and whose it is', async () => {
    const page = await at('truongphong.mytu', '/desk/overdue');

    await page.getByRole('heading', { name: 'Quá hạn và của ai' }).waitFor();
    await page
      .getByRole('button', { name: /Giao lại hồ sơ/ })
      .first()
      .waitFor();
    await screenshot(page, 'desk-overdue');
  });
});

describe('an official', () => {
  it('finds a dossier without diacritics, and is told when there is none', async () => {
    const page = await at('nhao.mytu');
    await rows(page).first().waitFor();
    await screenshot(page, 'desk-inbox');
    const all = await rows(page).count();

    await page.keyboard.press('/');
    await page.keyboard.type('bich');
    await page.waitForResponse((response) => response.url().endsWith('/inbox/search'));
    await page.locator('.inbox-table[aria-busy="false"]').waitFor();
    expect(await rows(page).count()).toBeLessThan(all);
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill('không có ai tên này');

    await page.getByText('Không tìm thấy “không có ai tên này”').waitFor();
    expect(decodeURI(page.url())).not.toContain('tên');
  });

  it('goes through the list by keys, and from dossier to dossier', async () => {
    const page = await at('nhao.mytu');
    await rows(page).first().waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await dossierShown(page);
    const second = page.url();
    await page.keyboard.press('k');
    await page.waitForURL((url) => url.href !== second);

    await dossierShown(page);
  });

  it('given a colleague was faster, is told so, and keeps the words that were typed', async () => {
    const dossier = await waitingAt('nhao.mytu', 'survey');
    const slow = await at('nhao2.mytu', `/desk/dossiers/${dossier}`);
    await fillStepForm(slow, 'survey');
    await slow.getByLabel(/^Ý kiến/).fill('Mái lợp lá đã mục, cần làm lại.');
    const fast = await at('nhao.mytu', `/desk/dossiers/${dossier}`);
    await fillStepForm(fast, 'survey');
    await act(fast, 'Đề xuất hỗ trợ');

    await acts(slow)
      .getByRole('button', { name: 'Đề xuất hỗ trợ' })
      .click({ timeout: 5_000 })
      .catch(() => undefined); // the page may have learnt of it before

    await slow.getByText(/Hồ sơ vừa được cập nhật/).waitFor();
    await slow.getByText('Mái lợp lá đã mục, cần làm lại.').first().waitFor();
    expect(await accessibilityFaults(slow)).toEqual([]);
  });

  it('whose session ended meanwhile signs in again on the same page, and what was typed is there', async () => {
    const dossier = await waitingAt('chutich.mytu', 'decide');
    const page = await at('chutich.mytu', `/desk/dossiers/${dossier}`);
    await page.getByLabel('Mức hỗ trợ được duyệt').fill('35000000');
    await page.getByText(/✓ đã lưu/).waitFor();
    await page.getByLabel(/^Ý kiến/).fill('Đồng ý mức này.');
    await page.context().clearCookies();
    await acts(page).getByRole('button', { name: 'Ký duyệt' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Ký duyệt' })
      .click({ timeout: 5_000 })
      .catch(() => undefined); // saving the opinion may have found out first

    await page.getByRole('textbox', { name: 'Tài khoản' }).fill('chutich.mytu');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('trinhduyet-demo');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();

    await page.getByLabel('Mức hỗ trợ được duyệt').waitFor();
    expect(await page.getByLabel('Mức hỗ trợ được duyệt').inputValue()).toBe('35.000.000');
    expect(await page.getByLabel(/^Ý kiến/).inputValue()).toBe('Đồng ý mức này.');
  });
});

describe('an administrator', () => {
  it('sees each chain of a published version as a ladder, and the same as a table', async () => {
    const page = await at('quantri.cantho', '/studio');
    await page.getByRole('link', { name: /nhà ở, bản 4/ }).click();

    await page.getByRole('img', { name: /bước/ }).first().waitFor();
    expect(await page.locator('.ladder').count()).toBe(2);
    await screenshot(page, 'studio-request-type');
  });

  it('is the only one whom the studio is open to', async () => {
    const page = await at('nhao.mytu', '/studio');

    await heading(page, 'Trang này dành cho quản trị viên chương trình');
  });
});
