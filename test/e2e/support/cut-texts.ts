import type { ElementHandle, Page } from 'playwright-core';
import sharp from 'sharp';

/** Room around an element in which its letters would show if nothing hid them, in CSS pixels. */
const AROUND = 8;
/**
 * Of 255 greys. What hides its overflow may be drawn on a layer of its own, on which the edges of letters come out one
 * or three greys lighter; a mark that was cut off is missing altogether.
 */
const INK = 32;

/**
 * Where a page hides a part of letters that stand high or hang low: each element that hides what runs over gets the
 * sample as its text and is photographed twice, as it is and with everything shown.
 */
export async function cutTexts(page: Page, sample: string): Promise<readonly string[]> {
  const cut: string[] = [];
  for (const element of await hiding(page)) {
    const name = await element.evaluate(putIn, sample);
    await element.scrollIntoViewIfNeeded();
    const before = await photograph(page, element);
    await element.evaluate((node) => node.style.setProperty('overflow', 'visible', 'important'));
    const after = await photograph(page, element);
    await element.evaluate((node) => node.style.removeProperty('overflow'));
    if (before && after && (await isOtherInk(before, after))) cut.push(name);
  }
  return cut;
}

/** Only as much of it as fits the line: what is too long may end in dots. Answers what was changed. */
function putIn(element: HTMLElement, sample: string): string {
  const fontSize = Number.parseFloat(getComputedStyle(element).fontSize);
  const letters = Math.max(1, Math.floor(element.clientWidth / fontSize));
  const [first, ...others] = [...element.childNodes].filter((node) => node.nodeType === 3);
  if (first) first.textContent = sample.slice(0, letters);
  for (const other of others) other.textContent = '';
  return `${element.localName}.${element.className}`;
}

/** Elements that are to be seen, have words of their own, and hide what is above or below their box. */
async function hiding(page: Page): Promise<readonly ElementHandle<HTMLElement>[]> {
  const list = await page.evaluateHandle(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const style = getComputedStyle(element);
      const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
      const { width, height } = element.getBoundingClientRect();
      return hasWords && style.overflowY !== 'visible' && style.visibility === 'visible' && width > 8 && height > 8;
    }),
  );
  const handles = await list.getProperties();
  return [...handles.values()].flatMap((handle) => (handle.asElement() as ElementHandle<HTMLElement> | null) ?? []);
}

/** The element with what is just above and below it. */
async function photograph(page: Page, element: ElementHandle): Promise<Buffer | undefined> {
  const box = await element.boundingBox();
  if (!box) return undefined;
  const y = Math.max(0, box.y - AROUND);
  return page.screenshot({
    clip: { x: box.x, y, width: box.width, height: box.height + 2 * AROUND },
    animations: 'disabled',
  });
}

async function isOtherInk(before: Buffer, after: Buffer): Promise<boolean> {
  const [one, other] = await Promise.all([before, after].map((photo) => sharp(photo).greyscale().raw().toBuffer()));
  if (!one || one.length !== other?.length) return true;
  return one.some((grey, index) => Math.abs(grey - (other[index] ?? 0)) > INK);
}
