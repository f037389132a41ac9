import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../deploy/local/chromium.mjs';
import { workspace } from '../../../deploy/local/workspace.mjs';
import type { Product } from './product';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = join(workspace, '.data/screenshots');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** A real Chromium with one page for each person; whatever goes wrong in a page is kept, to be told. */
export class Browsing {
  readonly faults: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly product: Product,
  ) {}

  /** `film`: what its camera sees (`filmOf`); without one it has none. */
  static async start(product: Product, film?: string): Promise<Browsing> {
    const isRoot = process.getuid?.() === 0;
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: [...(isRoot ? ['--no-sandbox'] : []), ...(film === undefined ? [] : cameraOf(film))],
    });
    return new Browsing(browser, product);
  }

  /** A page of somebody's own device, signed in when a login is given. */
  async page({ login, viewport = PHONE, path = '/' }: Visit = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    this.contexts.push(context);
    context.setDefaultTimeout(20_000);
    await context.addInitScript(withoutPrinter);
    if (login !== undefined) await this.enter(context, login);
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => this.faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
        this.faults.push(message.text());
    });
    await page.goto(this.product.url + path);
    return page;
  }

  /** Everybody closes what they have open. */
  async closePages(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  private async enter(context: BrowserContext, login: string): Promise<void> {
    const answer = await context.request.post(`${this.product.url}/api/session/demo`, {
      headers: { 'x-trinhduyet': '1' },
      data: { login },
    });
    if (!answer.ok()) throw new Error(`${login} does not come in: ${await answer.text()}`);
  }
}

const cameraOf = (film: string) => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
  '--use-fake-ui-for-media-stream', // whoever is asked allows it
];

function stand(elements: readonly unknown[], position: string): void {
  for (const { style } of elements as readonly { readonly style: { position: string } }[]) style.position = position;
}

export interface Visit {
  readonly login?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly path?: string;
}

/**
 * What axe finds on a page: nothing, by WCAG 2.2 AA. A hint that hovers over it is in no landmark, and need not be. The bar
 * at the foot of a phone stands at the end of the page meanwhile: what it happens to cover a part of is scrolled free.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const foot = page.locator('.rail');
  await foot.evaluateAll(stand, 'static');
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run(
      { exclude: ['[role=tooltip]'] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    ),
  );
  await foot.evaluateAll(stand, '');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
interface Axe {
  run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Kept for people to look at, and for the README. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** What is wider than the screen, so that people would have to scroll sideways. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth,
    );
    return wide.slice(0, 5).map(({ localName, className }) => `${localName}.${String(className)}`);
  });
}

/** By how much the page itself can be scrolled: on a wide screen by nothing, since its parts scroll within the frame. */
export function scrollable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { clientHeight, scrollHeight } = document.documentElement;
    return scrollHeight - clientHeight;
  });
}

/** A Chromium without a screen has no dialog to print with, and breaks when it is to print a PDF. */
function withoutPrinter(): void {
  window.print = () => undefined;
}
