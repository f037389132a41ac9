import { create } from 'qrcode';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [WIDTH, HEIGHT] = [640, 480];
const PIXELS_A_MODULE = 6;
/** Of luma: what a camera makes of dark print on a card, and of the card. */
const [DARK, CARD] = [40, 210];
/** Of chroma: no colour. */
const GREY = 128;

/**
 * A file that Chromium takes for what its camera sees: a card that shows one QR code, then another. In YUV4MPEG2, each
 * picture for so many frames of a tenth of a second.
 */
export function filmOf(...codes: readonly { readonly text: string; readonly frames: number }[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'trinhduyet-camera-')), 'film.y4m');
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const pictures = codes.flatMap(({ text, frames }) => Array.from({ length: frames }, () => frameOf(text)));
  writeFileSync(file, Buffer.concat([head, ...pictures]));
  return file;
}

function frameOf(text: string): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const luma = Buffer.alloc(WIDTH * HEIGHT, CARD);
  const side = modules.size * PIXELS_A_MODULE;
  const [left, top] = [(WIDTH - side) >> 1, (HEIGHT - side) >> 1];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isDark = modules.get(Math.floor(y / PIXELS_A_MODULE), Math.floor(x / PIXELS_A_MODULE));
      if (isDark) luma[(top + y) * WIDTH + left + x] = DARK;
    }
  }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
}
