import type { Page } from 'playwright-core';
import { fillHousingForm } from './support/applicant';
import { accessibilityFaults, Browsing, DESKTOP, screenshot } from './support/browser';
import { act, actAndConfirm, acts, fillStepForm, numberPaper } from './support/official';
import { Product } from './support/product';

const MY_TU = { search: 'my tu', commune: /Xã Mỹ Tú, Thành phố Cần Thơ/, village: 'Ấp 3' };
const MY_THUAN = { search: 'my thuan', commune: /Xã Mỹ Thuận.*Tập huấn/, village: 'Ấp Tam Sóc' };

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

/** A household hands in its request; the page with what it has to know stays open. */
async function submitted(place: typeof MY_TU): Promise<{ household: Page; dossier: string }> {
  const household = await browsing.page({ login: '0909888777', path: '/programmes/housing' });
  await household.getByRole('button', { name: 'Bắt đầu làm đơn' }).click();
  await fillHousingForm(household, place);
  await household.getByRole('heading', { level: 1, name: 'Xem lại trước khi nộp' }).waitFor();
  for (const promise of await household.getByRole('checkbox').all()) await promise.check();
  await household.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await household.getByRole('heading', { level: 1, name: /^Đã nộp lúc/ }).waitFor();
  const [, dossier = ''] = /dossiers\/([^/]+)/.exec(household.url()) ?? [];
  await household.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
  return { household, dossier };
}

/** An official opens the dossier at the desk. */
async function at(login: string, dossier: string): Promise<Page> {
  const page = await browsing.page({ login, path: `/desk/dossiers/${dossier}`, viewport: DESKTOP });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The clerk receives it, and the receipt opens to be printed. */
async function receives(login: string, dossier: string): Promise<void> {
  const page = await at(login, dossier);
  await acts(page).getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
  await page.waitForURL(/papers/);
  await page.getByRole('heading', { name: /GIẤY TIẾP NHẬN/ }).waitFor();
  await page.context().close();
}

/** An official fills in the step's form, if it has one, and does what the button says. */
async function decides(login: string, dossier: string, button: string, form?: string): Promise<void> {
  const page = await at(login, dossier);
  if (form !== undefined) {
    await fillStepForm(page, form);
    await page.getByText(/✓ đã lưu/).waitFor(); // people are slower than the draft
  }
  const isFinal = ['Ký duyệt', 'Không phê duyệt'].includes(button);
  await (isFinal ? actAndConfirm(page, button) : act(page, button));
  await page.context().close();
}

async function numbers(login: string, dossier: string, number: string): Promise<void> {
  const page = await at(login, dossier);
  await numberPaper(page, number);
  await act(page, 'Đã cấp số và phát hành');
  await page.context().close();
}

/** What the household reads, however long it takes. */
async function reads(household: Page, words: string | RegExp): Promise<void> {
  await household.reload();
  await household.getByText(words).first().waitFor();
}

describe('today’s ladder: village, commune, province', () => {
  it('given a request, when more is asked for, given, and everybody decides, then it is approved with paper and money', async () => {
    const { household, dossier } = await submitted(MY_TU);
    await receives('motcua.mytu', dossier);
    await reads(household, /Hẹn trả/);
    await decides('truongap3.mytu', dossier, 'Thôn đề nghị hỗ trợ', 'meeting');
    product.command('demo-clock', '+4wd');
    await decides('truongap3.mytu', dossier, 'Hết niêm yết, không có ý kiến', 'posting');

    const specialist = await at('nhao.mytu', dossier);
    expect(await accessibilityFaults(specialist)).toEqual([]);
    await specialist.getByRole('button', { name: 'Yêu cầu bổ sung: Ảnh nhà đang ở' }).first().click();
    await acts(specialist)
      .getByRole('button', { name: /^Yêu cầu bổ sung/ })
      .click();
    await acts(specialist)
      .getByLabel(/Cần bổ sung gì/)
      .fill('Cần ảnh chụp cả mái nhà.');
    await act(specialist, 'Gửi yêu cầu (1)');

    await household.reload();
    await household.getByRole('link', { name: 'Bổ sung ngay' }).click();
    await household.getByText('Cần ảnh chụp cả mái nhà.').waitFor();
    await household.getByText('Sửa cả phần khác của đơn').click();
    await household.getByLabel(/Diện tích nhà đang ở/).fill('28');
    await household.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await household.getByText('Đã gửi bổ sung').waitFor();

    await specialist.reload();
    await specialist.getByText('28', { exact: true }).first().waitFor();
    await fillStepForm(specialist, 'survey');
    await screenshot(specialist, 'desk-dossier');
    await act(specialist, 'Đề xuất hỗ trợ');
    await decides('chutich.mytu', dossier, 'Ký duyệt', 'decision');
    await numbers('vanthu.mytu', dossier, '901/QĐ-UBND');
    await decides('soxaydung.cantho', dossier, 'Đề xuất chấp thuận', 'appraisal');
    await decides('lanhdao.cantho', dossier, 'Ký duyệt', 'decision');
    await decides('motcua.mytu', dossier, 'Đã trả kết quả');

    await reads(household, 'Được phê duyệt');
    await household.getByText('Bốn mươi triệu đồng').waitFor();
    await household.getByRole('link', { name: /Quyết định/i }).click();
    await household.getByText('Số: 901/QĐ-UBND').waitFor();
    expect(await accessibilityFaults(household)).toEqual([]);
    await screenshot(household, 'portal-paper');
  }, 300_000);

  it('given a sound house, when the specialist and the chair decide against it, then the household reads why', async () => {
    const { household, dossier } = await submitted(MY_TU);
    await receives('motcua.mytu', dossier);
    await decides('truongap3.mytu', dossier, 'Thôn đề nghị hỗ trợ', 'meeting');
    product.command('demo-clock', '+4wd');
    await decides('truongap3.mytu', dossier, 'Hết niêm yết, không có ý kiến', 'posting');

    const specialist = await at('nhao.mytu', dossier);
    await acts(specialist).getByRole('button', { name: 'Đề xuất không hỗ trợ' }).click();
    await acts(specialist).getByLabel('Lý do').fill('Nền, khung và mái còn bền chắc.');
    await act(specialist, 'Đề xuất không hỗ trợ');
    const chair = await at('chutich.mytu', dossier);
    await actAndConfirm(chair, 'Không phê duyệt', 'Nhà còn từ hai kết cấu bền chắc trở lên.');
    await numbers('vanthu.mytu', dossier, '902/TB-UBND');

    await reads(household, 'Không được phê duyệt');
    await household.getByText(/có quyền khiếu nại/).waitFor();
  }, 300_000);
});

describe('the three tiers of the training province', () => {
  it('given a request, when the district returns it, the commune mends it, and the province approves, then it has gone all the way', async () => {
    const { household, dossier } = await submitted(MY_THUAN);
    await household
      .getByText(/TẬP HUẤN/)
      .first()
      .waitFor();
    await receives('motcua.taphuan', dossier);
    await decides('truongap.taphuan', dossier, 'Thôn đề nghị hỗ trợ', 'meeting');
    product.command('demo-clock', '+4wd');
    await decides('truongap.taphuan', dossier, 'Hết niêm yết, không có ý kiến', 'posting');
    await decides('xaydung.taphuan', dossier, 'Đề xuất hỗ trợ', 'survey');
    await decides('chutichxa.taphuan', dossier, 'Ký tờ trình, chuyển lên cấp trên');

    const district = await at('phongkthuyen.taphuan', dossier);
    await acts(district).getByRole('button', { name: 'Trả lại bước trước' }).click();
    await acts(district).getByLabel('Thẩm tra thực tế').check();
    await acts(district).getByLabel('Lý do').fill('Biên bản khảo sát chưa ghi hiện trạng mái.');
    await act(district, 'Trả lại bước trước');

    const specialist = await at('xaydung.taphuan', dossier);
    await specialist.getByText('Biên bản khảo sát chưa ghi hiện trạng mái.').first().waitFor();
    await fillStepForm(specialist, 'survey');
    await act(specialist, 'Đề xuất hỗ trợ');
    await decides('phongkthuyen.taphuan', dossier, 'Đề xuất chấp thuận', 'appraisal');
    await decides('lanhdaohuyen.taphuan', dossier, 'Ký tờ trình, chuyển lên cấp trên');
    await decides('soxaydung.taphuan', dossier, 'Đề xuất chấp thuận', 'appraisal');
    await decides('lanhdaotinh.taphuan', dossier, 'Ký duyệt', 'decision');
    await numbers('vanthutinh.taphuan', dossier, '903/QĐ-UBND');
    await decides('motcua.taphuan', dossier, 'Đã trả kết quả');

    await reads(household, 'Được phê duyệt');
  }, 300_000);
});
