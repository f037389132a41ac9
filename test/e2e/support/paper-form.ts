import type { Page } from 'playwright-core';
import { fillHousingAnswers } from './applicant';

/** What stands on the paper in the hand of whoever types it in; the person and the place are known already. */
export async function fillPaperForm(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /Nhập đơn giấy/ }).waitFor();
  await page.getByLabel('Dân tộc', { exact: true }).selectOption({ label: 'Khơ-me' });
  await page.getByLabel('Số người trong hộ').fill('4');
  await page
    .getByRole('group', { name: /Tách hộ/ })
    .getByLabel('Ngày', { exact: true })
    .fill('01/01/2015');
  await fillHousingAnswers(page);
  await page.getByLabel(/Tôi cam đoan/).check();
  await page.getByLabel(/Tôi đồng ý/).check();
}
