import type { Page } from 'playwright-core';
import { fillHousingForm, goOn } from './support/applicant';
import { accessibilityFaults, overflowing, screenshot } from './support/browser';
import { heading } from './support/looks';
import { Stage } from './support/stage';

const MY_TU = { search: 'my tu', commune: /Xã Mỹ Tú, Thành phố Cần Thơ/, village: 'Ấp 3' };

const stage = Stage.set();

/** Begins a housing request and stands on its first page. */
async function begin(login = '0909888777'): Promise<Page> {
  const page = await stage.page({ login, path: '/programmes/housing' });
  await page.getByRole('button', { name: 'Bắt đầu làm đơn' }).click();
  await heading(page, 'Người nộp');
  return page;
}

describe('pages that anybody may see', () => {
  it.each([
    ['/', 'Ông/Bà cần giúp việc gì?', 'What do you need help with?'],
    ['/programmes/housing', 'Hỗ trợ xây, sửa nhà ở', 'Support to build or repair a house'],
    ['/sign-in', 'Đăng nhập', 'Sign in'],
    ['/look-up', 'Tra cứu hồ sơ', 'Look up a dossier'],
    ['/help', 'Trợ giúp', 'Help'],
  ])('%s speaks Vietnamese and English, fits a phone, and axe finds nothing', async (path, vietnamese, english) => {
    const page = await stage.page({ path });
    await heading(page, vietnamese);
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);

    await page.getByRole('button', { name: 'English' }).click();

    await heading(page, english);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('a household', () => {
  it('given a need, when it fills in the form page by page and submits, then it has code and PIN, and can follow it without an account', async () => {
    const page = await begin('0912345678');

    await fillHousingForm(page, MY_TU);
    await heading(page, 'Xem lại trước khi nộp');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByText('Chín mươi lăm triệu đồng').waitFor();
    await screenshot(page, 'portal-review');
    for (const promise of await page.getByRole('checkbox').all()) await promise.check();
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();

    await heading(page, /^Đã nộp lúc/);
    const code = await page.locator('.receipt-code').first().innerText();
    await page.getByRole('button', { name: 'Hiện' }).click();
    const pin = await page.locator('.receipt-code').nth(1).innerText();
    await page.getByAltText('Quét mã này để xem tiến độ').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'portal-receipt');

    const stranger = await stage.page({ path: `/look-up?code=${code}` });
    await stranger.getByLabel('PIN 6 chữ số').fill(pin);
    await stranger.getByRole('button', { name: 'Tra cứu' }).click();
    await stranger.getByText('Đã nộp, chờ tiếp nhận').waitFor();
    expect(await stranger.getByText('Bích').count()).toBe(0);

    await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
    await page.getByText('Cán bộ một cửa kiểm tra và tiếp nhận hồ sơ').waitFor();
    await page.getByRole('link', { name: /0292 000/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'portal-timeline');
  });

  it('given a page with faults, when it goes on, then every fault is listed, the list has the focus, and leads to the fields', async () => {
    const page = await begin();

    await page.getByLabel(/Số căn cước/).fill('09416500088');
    await goOn(page);

    const summary = page.getByRole('alert');
    await summary.getByText('Số căn cước có 12 chữ số, Ông/Bà mới nhập 11.').waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await summary.getByRole('link', { name: 'Giới tính' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    await screenshot(page, 'portal-faults');
  });

  it('given a number that disagrees with the year, when it is typed, then a plain warning is shown and nothing is refused', async () => {
    const page = await begin();
    await page.getByLabel('Chỉ nhớ năm sinh').check();
    await page.getByLabel('Năm sinh', { exact: true }).fill('1990');

    await page.getByLabel(/Số căn cước/).fill('094165000888');

    await page
      .getByText('Năm sinh 1990 chưa khớp với số căn cước (1965). Vẫn nộp được, cán bộ sẽ kiểm tra lại.')
      .waitFor();
  });

  it('given the line is cut, when it types on and loads the page anew, then nothing is lost, and it is sent by itself later', async () => {
    const page = await begin();
    const address = page.url();
    await page.route('**/api/drafts/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );

    await page.getByLabel('Họ và tên').fill('Lý Thị Ngọc Ẩn');
    await page.getByText(/Mất mạng – đã lưu trên máy này/).waitFor();
    await page.goto(address);
    await page.getByText('Nội dung chưa gửi lần trước vẫn còn trên máy này').waitFor();
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lý Thị Ngọc Ẩn');
    await page.unroute('**/api/drafts/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));

    await page.getByText(/✓ Đã lưu lúc/).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft-')))).toEqual([]);
  });

  it('given the same form on two devices, when both change it, then the slower one is asked which goes on', async () => {
    const phone = await begin();
    const tablet = await stage.page({ login: '0909888777', path: new URL(phone.url()).pathname });
    await heading(tablet, 'Người nộp');
    await phone.getByLabel('Họ và tên').fill('Trên điện thoại');
    await phone.getByText(/✓ Đã lưu lúc/).waitFor();
    await phone.waitForResponse((response) => response.request().method() === 'PUT');

    await tablet.getByLabel('Họ và tên').fill('Trên máy bảng');
    await tablet.getByText('Đơn này vừa được sửa ở một máy khác.').waitFor();
    await tablet.getByRole('button', { name: 'Lấy bản kia' }).click();

    await tablet.getByText(/✓ Đã lưu lúc/).waitFor();
    expect(await tablet.getByLabel('Họ và tên').inputValue()).toBe('Trên điện thoại');
  });

  it('given the database is away, when it types and submits nothing is lost, and the page goes on when it is back', async () => {
    const page = await begin();
    await stage.product.kill('postgres');

    await page.getByLabel('Họ và tên').fill('Lý Thị Ngọc Ẩn');
    await page.getByText(/đã lưu trên máy này/).waitFor();
    await stage.product.startAgain('postgres');

    await page.getByText(/✓ Đã lưu lúc/).waitFor({ timeout: 40_000 });
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lý Thị Ngọc Ẩn');
  });
});

describe('what was already there', () => {
  it('given a request for more, when the household answers only what was asked, then the office goes on with it', async () => {
    const page = await stage.page({ login: '0355123456' });
    await page.getByRole('region', { name: 'Việc đang chờ Ông/Bà' }).getByRole('link').click();
    await heading(page, 'Bổ sung hồ sơ');
    await page.getByText('Ảnh mặt trước nhà bị mờ, chưa thấy rõ vách.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'portal-supplement');

    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();

    await page.getByText('Đã gửi bổ sung').waitFor();
    expect(await page.getByRole('link', { name: 'Bổ sung ngay' }).count()).toBe(0);
  });

  it('given a dossier that waits for reception, when the household withdraws it, then it has ended, and says so', async () => {
    const page = await stage.page({ login: '0912345678', path: '/dossiers' });
    await page
      .getByRole('link', { name: /Đã nộp, chờ tiếp nhận/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
    await page.getByLabel('Lý do (không bắt buộc)').fill('Gia đình tự sửa được.');
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click();

    await page.locator('.status', { hasText: 'Đã rút hồ sơ' }).waitFor();
  });
});
