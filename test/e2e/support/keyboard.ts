import type { Page } from 'playwright-core';

/** Hands that have no mouse: a typed text into one field counts as one action, and so does every other key. */
export class Keyboard {
  count = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(key);
    await this.drawn();
  }

  async type(text: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.type(text);
  }

  /** A reader on a cable: a burst of letters, and Enter. */
  async scan(card: string): Promise<void> {
    await this.page.keyboard.type(card);
    await this.page.keyboard.press('Enter');
  }

  /** No hand is faster than the page is drawn. */
  private drawn(): Promise<void> {
    return this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }
}
