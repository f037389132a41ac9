import { newKey, type Schema } from '@trinhduyet/api-client';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { accessibilityFaults, Browsing, DESKTOP, overflowing, PHONE, screenshot } from './support/browser';
import { aDraft } from './support/housing';
import { acts, fillStepForm } from './support/official';
import { Person } from './support/person';
import { Product } from './support/product';

/** An office at work: several people over the same tasks, at several screens. */
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
const rows = (page: Page) => page.locator('.inbox-table tbody tr');
const holderOf = (page: Page, code: string) => rows(page).filter({ hasText: code }).locator('td:last-child .holder');
const closed = (page: Page) => page.context().close();

type Line = Schema<'InboxLine'>;
async function waitingFor(login: string): Promise<readonly Line[]> {
  const person = await Person.enter(product, login);
  return (await person.get<Schema<'InboxSlice'>>('/api/inbox')).body.items;
}

/** What two specialists could do: one village has each. */
async function surveys(): Promise<readonly [Line, Line]> {
  const found = (await waitingFor('nhao.mytu')).filter(({ step }) => step === 'survey');
  const [first, second] = found;
  if (!first || !second) throw new Error('The demo has left too little to survey.');
  return [first, second];
}

/** The survey of the household whose applicant signs in as 0912345678. */
async function ofBich(): Promise<Line> {
  const found = (await surveys()).find(({ maskedName }) => maskedName === 'Trần T. B.');
  if (!found) throw new Error('The dossier of Trần Thị Bích waits for nobody.');
  return found;
}

async function does(login: string, name: 'claim' | 'release', { dossier, task }: Line): Promise<void> {
  const person = await Person.enter(product, login);
  const { status } = await person.post(`/api/dossiers/${dossier}/${name}`, { task });
  expect(status).toBe(200);
}

async function listening(): Promise<number> {
  const answer = await fetch(`${product.url}/api/health/ready`);
  return ((await answer.json()) as Schema<'Ready'>).listening;
}

async function eventually<T>(see: () => Promise<T>, wanted: T): Promise<void> {
  const until = Date.now() + 15_000;
  for (let seen = await see(); seen !== wanted; seen = await see()) {
    if (Date.now() > until) throw new Error(`It stayed at ${String(seen)} instead of ${String(wanted)}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('eight tabs of one official', () => {
  it('listen by one connection, are all told what a colleague does, and go on when the first is closed', async () => {
    const [survey] = await surveys();
    const first = await at('nhao.mytu');
    await rows(first).first().waitFor();
    const others: Page[] = [];
    for (let count = 1; count < 8; count += 1) {
      const tab = await first.context().newPage();
      await tab.goto(`${product.url}/desk`);
      await rows(tab).first().waitFor();
      others.push(tab);
    }
    await eventually(listening, 1);

    await does('nhao2.mytu', 'claim', survey);
    for (const tab of [first, ...others]) await holderOf(tab, survey.code).getByText('Phạm Thị Diễm').waitFor();
    await screenshot(first, 'desk-live');
    await first.close();
    await eventually(listening, 1);
    await does('nhao2.mytu', 'release', survey);

    for (const tab of others) await holderOf(tab, survey.code).getByText('Chung').waitFor();
    expect(await listening()).toBe(1);
    await closed(others[0] as Page);
    await eventually(listening, 0);
  });
});

describe('colleagues at the same time', () => {
  it('see on the dossier who is at it, and lose nothing that they have begun to write', async () => {
    const [survey] = await surveys();
    const page = await at('nhao.mytu', `/desk/dossiers/${survey.dossier}`);
    await page.getByLabel(/^Ý kiến/).fill('Đang đo lại diện tích.');

    await does('nhao2.mytu', 'claim', survey);

    await page.getByText('Phạm Thị Diễm đang xử lý').waitFor();
    expect(await page.getByText('Đang đo lại diện tích.').count()).toBeGreaterThan(0);
    await does('nhao2.mytu', 'release', survey);
    await page.getByText('Phạm Thị Diễm đang xử lý').waitFor({ state: 'detached' });
    expect(await page.getByLabel(/^Ý kiến/).inputValue()).toBe('Đang đo lại diện tích.');
    await closed(page);
  });

  it('are told of what arrives, while no row moves', async () => {
    const page = await at('motcua.mytu');
    await rows(page).first().waitFor();
    const before = await rows(page).allInnerTexts();
    const applicant = await Person.enter(product, '0909888777');
    const { id, version } = await aDraft(applicant);

    await applicant.post(`/api/drafts/${id}/submission`, { version });

    const news = page.getByRole('button', { name: '1 hồ sơ mới ↑' });
    await news.waitFor();
    expect(await rows(page).allInnerTexts()).toEqual(before);
    await news.click();
    await eventually(() => rows(page).count(), before.length + 1);
    await closed(page);
  });
});

describe('a selection', () => {
  it('is made by keys, taken and given back at once, and says of whom an act is not lawful', async () => {
    const page = await at('nhao.mytu');
    await rows(page).first().waitFor();
    const [survey] = await surveys();
    await does('nhao2.mytu', 'claim', survey);
    await holderOf(page, survey.code).getByText('Phạm Thị Diễm').waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press(' ');
    const bar = page.getByRole('region', { name: '2 hồ sơ đã chọn' });
    await bar.waitFor();
    await bar.getByRole('button', { name: 'Nhận việc' }).click({ force: true }); // dim, and says why
    await bar.getByText(/1 hồ sơ không nhận được/).waitFor();
    await page.mouse.move(0, 0);
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'desk-selection');
    await does('nhao2.mytu', 'release', survey);
    await holderOf(page, survey.code).getByText('Chung').waitFor();
    await bar.getByRole('button', { name: 'Nhận việc' }).click();

    await page.getByText('Đã thực hiện với 2 hồ sơ.').waitFor();
    await holderOf(page, survey.code).getByText('Tôi').waitFor();
    for (const each of await surveys()) await does('nhao.mytu', 'release', each);
    await closed(page);
  });

  it('is exported as a workbook and printed as a list, as it is seen', async () => {
    const page = await at('nhao.mytu');
    await rows(page).first().waitFor();
    await page.evaluate(() => (window.print = () => undefined));
    const [survey] = await surveys();
    await page.getByRole('checkbox', { name: `Chọn hồ sơ ${survey.code}` }).check();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất Excel' }).click(),
    ]);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(download.suggestedFilename()).toMatch(/^hop-viec-\d{4}-\d{2}-\d{2}\.xlsx$/);
    expect(strings + sheet).toContain(survey.code);
    expect(sheet.match(/<row /g)).toHaveLength(4);
    await page.getByRole('button', { name: 'In danh sách' }).click();

    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.printed-list');
    await printed.getByText(survey.code).waitFor();
    expect(await printed.locator('tbody tr').count()).toBe(1);
    expect(await page.locator('.top-bar').isVisible()).toBe(false);
    await screenshot(page, 'desk-printed-list');
    await closed(page);
  });
});

describe('groups and saved filters', () => {
  it('divide the list by village, fold by keys, and are marked as a whole', async () => {
    const page = await at('nhao.mytu');
    await page.getByRole('combobox', { name: 'Xếp nhóm' }).selectOption('village');
    const third = page.getByRole('button', { name: /^Ấp 3/ });
    const fourth = page.getByRole('button', { name: /^Ấp 4/ });
    await third.waitFor();
    await rows(page).first().waitFor();

    await fourth.focus();
    await page.keyboard.press('ArrowRight');
    await eventually(async () => fourth.getAttribute('aria-expanded'), 'true');
    await third.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await third.getAttribute('aria-expanded')).toBe('false');
    await page.getByRole('checkbox', { name: 'Chọn cả nhóm Ấp 3' }).click();
    await page.getByRole('region', { name: /hồ sơ đã chọn/ }).waitFor();
    for (const width of [PHONE.width, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, faults: await accessibilityFaults(page), over: await overflowing(page) }).toEqual({
        width,
        faults: [],
        over: [],
      });
    }
    await screenshot(page, 'desk-groups');
    await page.keyboard.press('Escape');
    await rows(page).first().getByRole('link').click();
    await page.locator('.panes').waitFor();
    expect(decodeURIComponent(page.url())).toContain('within=');
    await closed(page);
  });

  it('are kept under a name that is renamed and thrown away, without the words that were searched for', async () => {
    const page = await at('nhao.mytu', '/desk?view=overdue&group=type');
    await page.getByRole('searchbox').fill('bich');
    await page.waitForURL(/search=/);

    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByRole('textbox', { name: 'Tên bộ lọc' }).fill('Trễ theo loại');
    await page.keyboard.press('Enter');
    const views = page.getByRole('navigation', { name: 'Nhóm việc' });
    await views.getByRole('link', { name: 'Trễ theo loại' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đổi tên Trễ theo loại' }).click();
    await page.getByRole('textbox', { name: /Đổi tên/ }).fill('Trễ lâu');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Xóa Trễ lâu' }).waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${product.url}/desk`);
    await views.getByRole('link', { name: 'Trễ lâu' }).click();
    await page.waitForURL(/view=overdue&group=type$|group=type&view=overdue$/);

    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByRole('button', { name: 'Xóa Trễ lâu' }).click();
    await page.getByText('Chưa lưu bộ lọc nào.').waitFor();
    await closed(page);
  });
});

describe('a head', () => {
  it('gives marked tasks to somebody by the key A, and what nobody has by village', async () => {
    const page = await at('truongphong.mytu', '/desk?scope=office&kind=review');
    const [survey, other] = await surveys();
    await rows(page).filter({ hasText: survey.code }).getByRole('link').focus();
    await page.keyboard.press('a');
    await page.getByRole('menuitem', { name: 'Lê Minh Khang' }).click();
    await page.getByText('Đã thực hiện với 1 hồ sơ.').waitFor();
    await holderOf(page, survey.code).getByText('Lê Minh Khang').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.goto(`${product.url}/desk/overdue`);
    const village = page.getByRole('combobox', { name: new RegExp(`^Giao cho: ${other.village ?? ''}`) });
    await village.selectOption({ label: 'Phạm Thị Diễm' });
    await page.getByRole('button', { name: 'Giao theo thôn' }).click();
    await page.getByText(/^Đã giao [1-9]\d* việc/).waitFor();
    const load = page.getByRole('region', { name: 'Khối lượng' });
    await load.getByRole('rowheader', { name: 'Phạm Thị Diễm' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'desk-workload');
    await page.emulateMedia({ media: 'print' });
    await screenshot(page, 'desk-workload-printed');
    await page.emulateMedia({ media: 'screen' });

    const again = page.getByRole('button', { name: /Giao lại hồ sơ/ }).first();
    await again.click();
    await page.getByRole('menuitem', { name: 'Lê Minh Khang' }).click();
    await page.getByText('Đã giao 1 việc.').first().waitFor();
    await closed(page);
  });
});

describe('words that are needed often', () => {
  it('are set in at the caret by keys, with their legal basis, and one’s own are kept', async () => {
    const [survey] = await surveys();
    const page = await at('nhao.mytu', `/desk/dossiers/${survey.dossier}`);
    await page.getByLabel(/Diện tích đo được/).waitFor();
    const opinion = page.getByLabel(/^Ý kiến/);
    await opinion.fill('Trước. Sau.');
    await opinion.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 6));

    await page.keyboard.press('Control+m');
    await page.getByRole('menuitem', { name: /^Nhà ở hiện nay có ít nhất/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(
      async () => /^Trước\. .+ Căn cứ: Thông tư 01\/2022\/TT-BXD\. Sau\.$/.test(await opinion.inputValue()),
      true,
    );
    await opinion.fill('Hộ neo đơn, cần ưu tiên.');
    await page.getByRole('button', { name: 'Mẫu câu' }).click();
    await page.getByRole('menuitem', { name: /Lưu nội dung đang viết/ }).click();
    await page.getByText('Đã lưu mẫu câu.').waitFor();
    await opinion.fill('');
    await page.getByRole('button', { name: 'Mẫu câu' }).click();
    await screenshot(page, 'desk-phrases');
    await page.getByRole('menuitem', { name: 'Hộ neo đơn, cần ưu tiên.' }).click();

    await eventually(() => opinion.inputValue(), 'Hộ neo đơn, cần ưu tiên.');
    await opinion.fill('');
    await page.getByText(/✓ đã lưu/).waitFor();
    await closed(page);
  });
});

describe('what was typed and not yet sent', () => {
  /** As after four hours without a sign of life, on the same page. */
  async function signsInAgain(page: Page, login: string): Promise<void> {
    await page.context().clearCookies();
    await page.reload();
    await page.getByRole('textbox', { name: 'Tài khoản' }).fill(login);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('trinhduyet-demo');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  }

  it('stays in every panel over a reload and a new sign-in', async () => {
    const [survey] = await surveys();
    const page = await at('nhao.mytu', `/desk/dossiers/${survey.dossier}`);
    const bar = acts(page);
    await bar.getByRole('button', { name: /^Yêu cầu bổ sung/ }).click();
    await bar.getByRole('button', { name: 'Thêm nội dung khác' }).click();
    await bar.getByLabel(/Cần bổ sung gì/).fill('Giấy tờ đất.');
    await bar.getByLabel('Đến hết ngày').fill('30/12/2026');

    await page.reload();
    await bar.getByLabel('Đến hết ngày').waitFor();
    expect(await bar.getByLabel(/Cần bổ sung gì/).inputValue()).toBe('Giấy tờ đất.');
    expect(await bar.getByLabel('Đến hết ngày').inputValue()).toBe('30/12/2026');
    expect(await accessibilityFaults(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Thôi' }).click();
    await bar.getByRole('button', { name: 'Trả lại bước trước' }).click();
    await bar.getByLabel('Lý do').fill('Biên bản họp thiếu số hộ có mặt.');
    const [target] = await bar.getByRole('radio').all();
    await target?.check();
    await signsInAgain(page, 'nhao.mytu');

    await bar.getByLabel('Lý do').waitFor();
    expect(await bar.getByLabel('Lý do').inputValue()).toBe('Biên bản họp thiếu số hộ có mặt.');
    expect(await bar.getByRole('radio').first().isChecked()).toBe(true);
    await bar.getByLabel('Lý do').fill('');
    await bar.getByRole('button', { name: 'Thôi' }).click();
    await closed(page);
  });

  it('stays at reception too, and in what the clerk forwards', async () => {
    const [reception] = (await waitingFor('motcua.mytu')).filter(({ kind }) => kind === 'reception');
    const page = await at('motcua.mytu', `/desk/dossiers/${reception?.dossier ?? ''}`);
    const bar = acts(page);
    await bar.getByRole('button', { name: 'Việc khác', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Chuyển nơi khác tiếp nhận' }).click();
    await bar.getByLabel('Chuyển đến').selectOption({ index: 1 });
    await bar.getByLabel(/^Lý do/).fill('Đất ở xã bên.');
    const chosen = await bar.getByLabel('Chuyển đến').inputValue();

    await page.reload();

    await bar.getByLabel('Chuyển đến').waitFor();
    expect(await bar.getByLabel('Chuyển đến').inputValue()).toBe(chosen);
    expect(await bar.getByLabel(/^Lý do/).inputValue()).toBe('Đất ở xã bên.');
    await bar.getByLabel(/^Lý do/).fill('');
    await bar.getByRole('button', { name: 'Thôi' }).click();
    await closed(page);
  });

  it('stays when a colleague was faster and the act is refused', async () => {
    const [, survey] = await surveys();
    const page = await at('nhao2.mytu', `/desk/dossiers/${survey.dossier}`);
    const bar = acts(page);
    await bar.getByRole('button', { name: 'Trả lại bước trước' }).click();
    await bar.getByLabel('Lý do').fill('Ảnh hiện trạng chưa rõ.');
    const colleague = await Person.enter(product, 'truongphong.mytu');
    const khang = (await colleague.get<Schema<'Colleague'>[]>('/api/inbox/colleagues')).body.find(
      ({ name }) => name === 'Lê Minh Khang',
    );

    await colleague.post('/api/inbox/acts', {
      act: 'assign',
      to: khang?.account,
      items: [{ dossier: survey.dossier, task: survey.task, key: newKey() }],
    });

    await page.getByText('Lê Minh Khang đang xử lý').waitFor();
    await page.getByText('Ảnh hiện trạng chưa rõ.').first().waitFor();
    await closed(page);
  });
});

describe('notices', () => {
  it('come to the bell as they are made, and are read on their page', async () => {
    const survey = await ofBich();
    const login = survey.holder === 'colleague' ? 'nhao2.mytu' : 'nhao.mytu'; // as the head gave it
    const specialist = await Person.enter(product, login);
    const page = await at(login, '/desk/notices');
    await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
    const before = await page.locator('.notice-line').count();
    const asked = await specialist.post(`/api/dossiers/${survey.dossier}/supplement-request`, {
      task: survey.task,
      items: [{ reason: 'Giấy tờ đất.' }],
    });
    expect(asked).toMatchObject({ status: 200 });
    await page.goto(`${product.url}/desk`);
    const applicant = await Person.enter(product, '0912345678');
    const own = await applicant.dossier(survey.dossier);

    expect(
      await applicant.post(`/api/dossiers/${survey.dossier}/supplement`, { document: own.document }),
    ).toMatchObject({
      status: 200,
    });

    const bell = page.getByRole('link', { name: /Thông báo: \d+ chưa đọc/ });
    await bell.waitFor();
    await bell.click();
    await page.getByText('Người nộp đã bổ sung hồ sơ').first().waitFor();
    expect(await page.locator('.notice-line').count()).toBeGreaterThan(before);
    for (const width of [PHONE.width, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, faults: await accessibilityFaults(page), over: await overflowing(page) }).toEqual({
        width,
        faults: [],
        over: [],
      });
    }
    await screenshot(page, 'desk-notices');
    await closed(page);
  });
});

describe('a decision', () => {
  it('opens the next dossier of the list at once, by keys alone', async () => {
    const toSurvey = async () => (await waitingFor('nhao.mytu')).filter(({ step }) => step === 'survey').length;
    await eventually(toSurvey, 2);
    const [first, second] = await surveys();
    const page = await at('nhao.mytu', `/desk/dossiers/${first.dossier}?type=housing`);
    await fillStepForm(page, 'survey');
    await page.getByText(/✓ đã lưu/).waitFor();

    await page.keyboard.press('Control+Shift+Enter');

    await page.waitForURL(new RegExp(second.dossier));
    await page.getByRole('heading', { level: 1, name: /Bích|Trần/ }).waitFor();
    await closed(page);
  });
});
