import { TextDecoder, TextEncoder } from 'node:util';
import { create } from 'qrcode';
import { type Frame, frameDecoder } from './qr-reader';

Object.assign(globalThis, { TextDecoder, TextEncoder });

/** The code as a camera would see it: dark and light squares with a margin. */
function photographed(text: string, scale = 4, margin = 4): Frame {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = (modules.size + 2 * margin) * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [row, column] = [Math.floor(y / scale) - margin, Math.floor(x / scale) - margin];
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      if (isInside && modules.get(row, column)) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { data, width: size, height: size };
}

describe('the decoder for browsers that have none', () => {
  it('reads a card with every mark of its letters', async () => {
    const card = '094170000123|361234567|Đỗ Thị Ẫm Trộn|01021970|Nữ|Ấp 3, Mỹ Tú, Cần Thơ|10052021';

    expect((await frameDecoder())(photographed(card))).toBe(card);
  });

  it('says nothing where there is no code', async () => {
    const blank = { data: new Uint8ClampedArray(100 * 100 * 4).fill(255), width: 100, height: 100 };

    expect((await frameDecoder())(blank)).toBeUndefined();
  });
});
