import type { Schema } from '@trinhduyet/api-client';
import type { Page } from 'playwright-core';
import { accessibilityFaults, PHONE, screenshot } from './support/browser';
import { fits, looksRight } from './support/looks';
import { act, acts, fillStepForm } from './support/official';
import { Stage } from './support/stage';

/** Several officials at one dossier, each in a browser of their own, and the household beside them. */
const stage = Stage.set();

/** The demo's dossiers that wait to be surveyed; that of Trần Thị Bích, who signs in as 0912345678, first. */
async function atSurvey(): Promise<readonly string[]> {
  const lines = (await (await stage.enter('nhao.mytu')).inbox()).filter(({ step }) => step === 'survey');
  const isBich = ({ maskedName }: Schema<'InboxLine'>) => maskedName === 'Trần T. B.';
  return [...lines.filter(isBich), ...lines.filter((line) => !isBich(line))].map(({ dossier }) => dossier);
}

const open = async (login: string, dossier: string): Promise<Page> => {
  const page = await stage.at(login, `/desk/dossiers/${dossier}`);
  await page.locator('.panes').waitFor();
  return page;
};

/** Opens an act that stands in the menu, by keys alone. */
async function fromMenu(page: Page, name: string): Promise<void> {
  await acts(page).getByRole('button', { name: 'Việc khác' }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name, exact: true });
  await item.focus();
  await page.keyboard.press('Enter');
  await acts(page).getByRole('heading', { name }).waitFor();
}

/** Types without diacritics, and takes what is found first. */
async function choosePost(page: Page, label: string, words: string): Promise<void> {
  const field = acts(page).getByRole('combobox', { name: label });
  await field.focus();
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
}

/** What others did meanwhile is told, and seen. */
async function seesChange(page: Page, what: string | RegExp): Promise<void> {
  await page.locator('.changes').getByText(what).first().waitFor();
  await page.getByRole('button', { name: 'Đã xem thay đổi' }).click();
}

const QUESTION = 'Hộ có trong danh sách rà soát năm nay không?';

describe('the clock', () => {
  it('is stopped by the head on a ground of law and let run again, and the household reads both', async () => {
    const [dossier = ''] = await atSurvey();
    const head = await open('truongphong.mytu', dossier);
    await fromMenu(head, 'Tạm dừng thời hạn');
    await acts(head).getByRole('radio').first().check();
    await acts(head)
      .getByLabel(/Giải thích/)
      .fill('Đường vào ấp ngập sâu.');
    expect(await accessibilityFaults(head)).toEqual([]);
    await screenshot(head, 'desk-suspend');
    await act(head, 'Tạm dừng thời hạn');
    await head
      .getByText(/^Tạm dừng thời hạn: /)
      .first()
      .waitFor();
    await fits(head);
    await screenshot(head, 'desk-suspended');
    const household = await stage.page({ login: '0912345678', path: `/dossiers/${dossier}`, viewport: PHONE });
    await household
      .getByText(/^Tạm dừng thời hạn: /)
      .first()
      .waitFor();
    await household.getByText('Đường vào ấp ngập sâu.').waitFor();
    await looksRight(household);
    await household.setViewportSize(PHONE);
    await screenshot(household, 'portal-suspended');
    const specialist = await open('nhao.mytu', dossier);
    await acts(specialist).getByText('Hồ sơ đang tạm dừng thời hạn.').waitFor();

    await acts(head).getByRole('button', { name: 'Cho chạy lại' }).click();
    await act(head, 'Cho chạy lại');
    await head.locator('.badge', { hasText: 'Tạm dừng thời hạn' }).waitFor({ state: 'hidden' });

    await acts(specialist).getByRole('button', { name: 'Đề xuất hỗ trợ' }).waitFor();
    await household.reload();
    await household.getByText('Thời hạn chạy lại').waitFor();
  });
});

describe('three officials at one dossier', () => {
  it('ask, answer, dissent, decide all the same, take it back, and can no more once the next has opened it', async () => {
    const [dossier = ''] = await atSurvey();
    const specialist = await open('nhao.mytu', dossier);
    const adviser = await stage.at('daotao.mytu');
    const head = await open('truongphong.mytu', dossier);
    await fillStepForm(specialist, 'survey');

    await fromMenu(specialist, 'Xin ý kiến');
    await acts(specialist).getByRole('button', { name: 'Gửi câu hỏi' }).click();
    await acts(specialist).getByText('Chọn một vị trí trong danh sách.').waitFor();
    await choosePost(specialist, 'Hỏi ai', 'van hoa');
    await acts(specialist).getByLabel('Câu hỏi').fill(QUESTION);
    expect(await accessibilityFaults(specialist)).toEqual([]);
    await screenshot(specialist, 'desk-consult');
    await act(specialist, 'Gửi câu hỏi');
    await acts(specialist).getByText('Đề xuất hỗ trợ: Đang chờ ý kiến đã xin.').waitFor();
    await screenshot(specialist, 'desk-awaits-opinion');

    await adviser.reload();
    await adviser.locator('.inbox-table').getByText('Cho ý kiến').filter({ visible: true }).first().waitFor();
    await adviser.goto(`${stage.product.url}/desk/dossiers/${dossier}`);
    await adviser.getByText(QUESTION).first().waitFor();
    expect(await adviser.getByLabel('Mức đề xuất hỗ trợ').count()).toBe(0); // the form of the step is not theirs
    await looksRight(adviser);
    await screenshot(adviser, 'desk-opinion');
    await adviser.getByLabel('Câu trả lời').fill('Có, số thứ tự 14.');
    await act(adviser, /^Đồng ý$/);

    await seesChange(specialist, /Cho ý kiến: đồng ý/);
    await fromMenu(specialist, 'Thêm người ký');
    await choosePost(specialist, 'Ai ký', 'truong phong kinh te');
    expect(await accessibilityFaults(specialist)).toEqual([]);
    await screenshot(specialist, 'desk-add-signer');
    await act(specialist, 'Thêm người ký');
    await seesChange(head, /Thêm người ký/); // given on what was known before, an answer is refused
    await acts(head).getByRole('button', { name: 'Có ý kiến khác' }).click();
    await acts(head).getByLabel('Lý do').fill('Nên chờ giá vật liệu quý sau.');
    await screenshot(head, 'desk-cosign');
    await act(head, 'Có ý kiến khác');

    await seesChange(specialist, 'Nên chờ giá vật liệu quý sau.');
    await fits(specialist);
    await act(specialist, 'Đề xuất hỗ trợ');
    await acts(specialist).getByText('Đã ghi nhận: Đề xuất hỗ trợ').waitFor();
    await screenshot(specialist, 'desk-decided');
    await acts(specialist).getByRole('button', { name: 'Rút lại quyết định' }).click();
    await acts(specialist)
      .getByLabel(/Vì sao rút lại/)
      .fill('Ghi nhầm diện tích.');
    await screenshot(specialist, 'desk-recall');
    await act(specialist, 'Rút lại quyết định');

    await specialist.getByLabel('Mức đề xuất hỗ trợ').waitFor();
    expect(await specialist.getByLabel('Mức đề xuất hỗ trợ').inputValue()).toBe('40.000.000');
    await act(specialist, 'Đề xuất hỗ trợ');
    const leader = await stage.at('chutich.mytu');
    const opened = leader.waitForResponse((answer) => answer.url().endsWith('/opening'));
    await leader.goto(`${stage.product.url}/desk/dossiers/${dossier}`);
    expect((await opened).status()).toBe(200);

    await specialist.reload();
    await acts(specialist).getByRole('button', { name: 'Rút lại quyết định' }).click({ force: true }); // dim, and says why
    await acts(specialist).getByText('Người ở bước sau đã mở hồ sơ nên không rút lại được.').first().waitFor();
    await specialist.mouse.move(0, 0);
    await specialist.getByRole('tooltip').waitFor({ state: 'detached' });
    expect(await accessibilityFaults(specialist)).toEqual([]);
    await screenshot(specialist, 'desk-recall-gone');
  });
});

describe('two who decide at the same moment', () => {
  it('are told who was first, and what the other wrote is kept', async () => {
    const dossier = (await atSurvey()).at(-1) ?? '';
    const pages = [await open('nhao.mytu', dossier), await open('nhao2.mytu', dossier)];
    for (const page of pages) {
      await fillStepForm(page, 'survey');
      await page.getByLabel(/^Ý kiến/).fill('Mái lợp lá đã mục.');
    }
    const won = (page: Page) => acts(page).getByText('Đã ghi nhận: Đề xuất hỗ trợ');
    const lost = (page: Page) => page.getByText(/Hồ sơ vừa được cập nhật/);

    await Promise.all(pages.map((page) => acts(page).getByRole('button', { name: 'Đề xuất hỗ trợ' }).click()));
    await Promise.all(pages.map((page) => won(page).or(lost(page)).first().waitFor()));

    const winners = await Promise.all(pages.map((page) => won(page).count()));
    expect([...winners].sort()).toEqual([0, 1]);
    const loser = pages[winners.indexOf(0)] as Page;
    await loser.getByText('Mái lợp lá đã mục.').first().waitFor();
  });
});

describe('a household', () => {
  it('urges the office once a step is late, and not again for two days', async () => {
    const late = await stage.enter('0912345678');
    const { body } = await late.get<{ items: { id: string; status: string }[] }>('/api/dossiers');
    const dossier = body.items.find(({ status }) => status === 'open')?.id ?? '';
    stage.product.command('demo-clock', '+10wd');
    const page = await stage.page({ login: '0912345678', path: `/dossiers/${dossier}`, viewport: PHONE });

    await page.getByRole('button', { name: 'Nhắc cơ quan giải quyết' }).waitFor();
    await looksRight(page);
    await screenshot(page, 'portal-urge');
    await page.getByRole('button', { name: 'Nhắc cơ quan giải quyết' }).click();

    await page.getByText(/Nhắc được từ/).waitFor();
    await page.getByText('Đã nhắc cơ quan giải quyết').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'portal-urged');
  });
});
