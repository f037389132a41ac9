import type { Page } from 'playwright-core';
import { accessibilityFaults, overflowing, PHONE } from './browser';

const WIDTHS = [PHONE.width, 768, 1440];

/** Nothing sticks out at any width, and axe finds nothing. */
export async function looksRight(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  const before = page.viewportSize() ?? PHONE;
  await fits(page);
  await page.setViewportSize(before);
}

/** Nothing sticks out at any width; the widest stays. */
export async function fits(page: Page, widths: readonly number[] = WIDTHS): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect({ width, overflowing: await overflowing(page) }).toEqual({ width, overflowing: [] });
  }
}

/** Until the page is the one that is headed so. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
