import type { Page } from 'playwright-core';
import { PHOTOS } from './housing';

/** The housing form as a household fills it in, page by page, with the keyboard of a phone. */
export async function fillHousingForm(
  page: Page,
  place: { search: string; commune: RegExp; village: string },
): Promise<void> {
  await onPart(page, 'Người nộp');
  await page.getByLabel('Họ và tên').fill('Trần Thị Bích');
  await page.getByRole('group', { name: 'Ngày sinh' }).getByLabel('Ngày', { exact: true }).fill('12/04/1965');
  await page.getByLabel('Nữ').check();
  await page.getByLabel(/Số căn cước/).fill('094165000888');
  await page.getByLabel('Dân tộc').selectOption({ label: 'Khơ-me' });
  await page.getByLabel(/Số điện thoại/).fill('0912345678');
  await goOn(page);

  await onPart(page, 'Hộ gia đình');
  await page.getByRole('combobox').fill(place.search);
  await page.getByRole('option', { name: place.commune }).click();
  await page.getByLabel(/Thôn, ấp/).selectOption({ label: place.village });
  await page.getByLabel('Số người trong hộ').fill('4');
  await page
    .getByRole('group', { name: /Tách hộ/ })
    .getByLabel('Ngày', { exact: true })
    .fill('01/01/2015');
  await goOn(page);

  for (const [title, fill] of ANSWERS) {
    await onPart(page, title);
    await fill(page);
    await goOn(page);
  }
}

/** The parts of the form that tell of the house; the same on one sheet. */
export async function fillHousingAnswers(page: Page): Promise<void> {
  for (const [, fill] of ANSWERS) await fill(page);
}

const ANSWERS: readonly (readonly [title: string, fill: (page: Page) => Promise<void>])[] = [
  ['Nhà hiện nay', house],
  ['Đất và lần hỗ trợ trước', land],
  ['Dự định làm nhà', plans],
  ['Kinh phí', money],
];

async function house(page: Page): Promise<void> {
  await page.getByLabel('Xây nhà mới').check();
  await page.getByLabel('Nhà tạm').check();
  for (const question of [/Nền, móng/, /Khung, tường/, /Mái có/]) await answer(page, question, 'Không');
  await page.getByLabel(/Diện tích nhà đang ở/).fill('30');
  await page.locator('input[type=file]').first().setInputFiles(PHOTOS);
  await page.getByText('đã gửi').nth(1).waitFor();
}

async function land(page: Page): Promise<void> {
  await page.getByLabel(/Đã có giấy chứng nhận/).check();
  await answer(page, /hay sạt lở/, 'Không');
  await answer(page, /hỗ trợ nhà ở chưa/, 'Không');
}

async function plans(page: Page): Promise<void> {
  await page.getByLabel(/Mẫu 2/).check();
  await page.getByLabel(/Diện tích sẽ xây/).fill('36');
  await page.getByLabel(/3 cứng/).check();
  await page.getByLabel('Gia đình tự làm').check();
  await page
    .getByRole('group', { name: /khởi công/ })
    .getByLabel('Ngày', { exact: true })
    .fill('01/02/2027');
  await page
    .getByRole('group', { name: /hoàn thành/ })
    .getByLabel('Ngày', { exact: true })
    .fill('30/05/2027');
}

async function money(page: Page): Promise<void> {
  await page.getByLabel('Tổng chi phí', { exact: false }).first().fill('95000000');
  await source(page, 1, 'Ngân sách trung ương', '60000000');
  await page.getByRole('button', { name: 'Thêm dòng' }).click();
  await source(page, 2, 'Tiền của gia đình', '35000000');
  await page.getByLabel('Tại bộ phận một cửa', { exact: false }).check();
  await page.getByLabel('Tiền mặt', { exact: false }).check();
}

async function onPart(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function answer(page: Page, question: RegExp, word: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(word).check();
}

async function source(page: Page, row: number, name: string, amount: string): Promise<void> {
  const line = page.getByRole('group', { name: `Dòng ${row}` });
  await line.getByLabel('Nguồn tiền').selectOption({ label: name });
  await line.getByLabel('Số tiền').fill(amount);
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Lưu và tiếp tục/ }).click();
}
