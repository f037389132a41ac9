import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, overflowing, PHONE, screenshot } from './support/browser';
import { Stage } from './support/stage';

const stage = Stage.set();

const TITLE = /Mức học phí hỗ trợ tối đa theo nhóm/;
const VERSION = '/studio/request-types/vocational/3';

/** The card of the tuition caps, on the page of the version that brings it. */
async function tuition(viewport = DESKTOP): Promise<{ page: Page; card: Locator }> {
  const page = await stage.at('quantri.cantho', VERSION, viewport);
  const card = page.getByRole('region', { name: TITLE });
  await card.getByRole('grid').waitFor();
  return { page, card };
}
const cell = (card: Locator, rule: number, column: number) => card.locator(`[data-at="${rule - 1} ${column - 1}"]`);

async function fillCase(card: Locator, start: string, ...groups: readonly string[]): Promise<void> {
  const tried = card.getByRole('group', { name: 'Thử với một trường hợp' });
  await tried.getByLabel('Ngày khai giảng').fill(start);
  await tried.getByText('Nhóm đã xác nhận').click();
  for (const group of groups) await tried.getByLabel(group, { exact: true }).check();
  await tried.getByLabel('Địa bàn cư trú').selectOption('Địa bàn khác');
}

describe('an administrator at a decision table', () => {
  it('tries a case and sees which rules hold and which decides', async () => {
    const { page, card } = await tuition();

    await fillCase(card, '03/03/2025', 'Hộ cận nghèo', 'Người khuyết tật');

    await card.getByText('6.000.000 ₫').first().waitFor();
    await card.getByText('theo luật 1').waitFor();
    expect(await card.locator('tr.rule-decides').count()).toBe(1);
    expect(await card.locator('tr.rule-hits').count()).toBe(2);
    await card.scrollIntoViewIfNeeded();
    await screenshot(page, 'studio-table');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('breaks a cell by the keyboard, sees what is wrong at the cell, and mends it', async () => {
    const { page, card } = await tuition();
    const broken = cell(card, 2, 2);
    await cell(card, 1, 1).focus();

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    const field = card.getByLabel('Sửa ô Nhóm đã xác nhận, luật 2');
    await field.fill('list contains(?, "RICH")');
    await page.keyboard.press('Enter');

    await broken.getByText('không có lựa chọn này').waitFor();
    expect(await broken.getAttribute('aria-invalid')).toBe('true');
    await card.getByText('Bản đã ban hành không đổi').waitFor();
    await screenshot(page, 'studio-table-broken');

    await card.getByRole('button', { name: /Luật 2, Nhóm đã xác nhận/ }).click();
    expect(await broken.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Delete');
    await card.getByText(/Luật 3 không bao giờ được dùng/).waitFor();
    await card.getByRole('button', { name: 'Về bản đã ban hành' }).click();
    await card.getByText(/Không có lỗi/).waitFor();
  });

  it('gives up an edit by Escape, and leaves the grid by Tab', async () => {
    const { page, card } = await tuition();
    const before = await cell(card, 1, 2).innerText();
    await cell(card, 1, 2).focus();

    await page.keyboard.type('x');
    await page.keyboard.press('Escape');

    expect(await cell(card, 1, 2).innerText()).toBe(before);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bỏ luật 8');
  });

  it('takes a gap as a gap, with a case that falls into it', async () => {
    const { card } = await tuition();

    await card.getByRole('button', { name: 'Bỏ luật 8' }).click();

    await card.getByText('Có trường hợp không luật nào khớp').waitFor();
    await card.getByText(/ví dụ: Ngày khai giảng: 01\/01\/2026/).waitFor();
  });

  it('takes the table out as DMN, changed, and in again; what is no table is refused by name', async () => {
    const { page, card } = await tuition();
    await card.getByRole('button', { name: 'Thêm luật' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Xuất DMN' }).click(),
    ]);
    const dmn = readFileSync(await download.path(), 'utf8');
    const take = (name: string, body: string) =>
      card.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(body) });

    expect(download.suggestedFilename()).toBe('tuition-cap.dmn');
    await card.getByRole('button', { name: 'Về bản đã ban hành' }).click();
    await take('cap.dmn', dmn.replace('6000000', '6500000'));
    await card.getByText('6.500.000 ₫').waitFor();
    expect(await card.getByRole('row').count()).toBe(10);

    await take('bomb.xml', '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>');
    await card
      .getByRole('alert')
      .getByText(/DOCTYPE/)
      .waitFor();
    await card.getByText('6.500.000 ₫').waitFor();
  });

  it.each([
    ['vi', PHONE],
    ['en', PHONE],
    ['en', DESKTOP],
  ])('reads it in %s at the width of %j without scrolling the page to the side', async (language, viewport) => {
    const { page, card } = await tuition(viewport);
    if (language === 'en') {
      await page.evaluate(() => localStorage.setItem('language', 'en'));
      await page.reload();
      await page.getByRole('region', { name: /The most that is paid of the tuition/ }).waitFor();
    } else await card.waitFor();

    expect(await overflowing(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('.decision-grid').first().scrollIntoViewIfNeeded();
    await screenshot(page, `studio-table-${language}-${viewport.width}`);
  });
});
