import { formatDay } from '@trinhduyet/text';
import type { Page } from 'playwright-core';
import { screenshot } from './browser';
import { today } from './today';

/** The forms of the steps, as officials fill them in. */
const FORMS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async meeting(page) {
    await day(page, 'Ngày họp');
    await page.getByLabel('Nơi họp').fill('Nhà văn hóa ấp');
    await page.getByLabel('Số hộ được mời').fill('40');
    await page.getByLabel('Số hộ có mặt').fill('31');
    await page.getByLabel('Số hộ đồng ý').fill('29');
  },
  async posting(page) {
    await page.getByLabel('Nhà văn hóa thôn').check();
    await page.getByLabel('Số ý kiến nhận được').fill('0');
  },
  async survey(page) {
    await day(page, 'Ngày khảo sát');
    await page.getByLabel('Hộ nghèo', { exact: true }).check();
    for (const part of ['Nền, móng', 'Khung, tường']) await choose(page, part, 'Không bền chắc');
    await choose(page, 'Mái', 'Bền chắc');
    await page.getByLabel(/Diện tích đo được/).fill('30');
    await choose(page, /Đất không có tranh chấp/, 'Có');
    await page.getByLabel('Mức đề xuất hỗ trợ').fill('40000000');
  },
  async appraisal(page) {
    await choose(page, /Hồ sơ đầy đủ/, 'Có');
    await page.getByLabel('Mức đề xuất').fill('40000000');
  },
  async decision(page) {
    await page.getByLabel('Mức hỗ trợ được duyệt').fill('40000000');
    await page.getByLabel('Ngân sách trung ương').check();
  },
};

/** The archivist's form: a number that no other paper of the year has. */
export async function numberPaper(page: Page, number: string): Promise<void> {
  await page.getByLabel('Số, ký hiệu').fill(number);
  await day(page, 'Ngày ban hành');
}

export async function fillStepForm(page: Page, form: string): Promise<void> {
  const fill = FORMS[form];
  if (!fill) throw new Error(`Nobody knows how to fill in ${form}.`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await fill(page);
}

async function day(page: Page, question: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel('Ngày', { exact: true }).fill(formatDay(today()));
}

async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
}

/** Presses a button of the decision bar, and waits until it is recorded. */
export async function act(page: Page, button: string | RegExp): Promise<void> {
  await recorded(page, () => acts(page).getByRole('button', { name: button }).click());
}

/** As `act`, for what cannot be undone and so is asked once more. */
export async function actAndConfirm(page: Page, button: string, reason?: string): Promise<void> {
  await acts(page).getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel(/Lý do|Ý kiến/).fill(reason);
  await recorded(page, () => dialog.getByRole('button', { name: button }).click());
}

export const acts = (page: Page) => page.getByRole('region', { name: 'Việc có thể làm' });

/** The API has said so, and the page shows where the dossier stands now. */
async function recorded(page: Page, press: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.ok() && !answer.url().endsWith('/opening'),
  );
  try {
    await Promise.all([answered, press()]);
  } catch (error) {
    await screenshot(page, 'not-recorded');
    throw error;
  }
  await page.getByText('Đang chuyển bước').first().waitFor({ state: 'hidden' }); // said in two places, or in none
}
