/** Long edge of a photo as it is sent, in pixels: every letter of a paper can still be read, at about 300 kB. */
const LONG_EDGE = 1_600;
const QUALITY = 0.82;
/** Below this the edges of a picture are soft: variance of its Laplacian, on a copy of 400 pixels. */
const SHARP_ENOUGH = 25;
const PROBE = 400;

export interface Prepared {
  readonly blob: Blob;
  readonly isBlurred: boolean;
}

/** Makes a photo small before it is sent. What this browser cannot draw, such as HEIC or a PDF, goes as it is. */
export async function preparePhoto(file: Blob): Promise<Prepared> {
  const bitmap = file.type.startsWith('image/') ? await createImageBitmap(file).catch(() => undefined) : undefined;
  if (!bitmap) return { blob: file, isBlurred: false };
  const isBlurred = sharpnessOf(bitmap) < SHARP_ENOUGH;
  const scale = Math.min(1, LONG_EDGE / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && file.type === 'image/jpeg') return { blob: file, isBlurred };
  const canvas = drawn(bitmap, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return { blob: blob ?? file, isBlurred };
}

function drawn(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function sharpnessOf(bitmap: ImageBitmap): number {
  const canvas = drawn(bitmap, Math.min(1, PROBE / Math.max(bitmap.width, bitmap.height)));
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  return pixels ? laplacianVariance(pixels, width, height) : Infinity;
}

/** Of RGBA pixels: how much brightness changes against its neighbours. Blur takes it away. */
export function laplacianVariance(pixels: Uint8ClampedArray, width: number, height: number): number {
  const light = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  };
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const edge = light(x - 1, y) + light(x + 1, y) + light(x, y - 1) + light(x, y + 1) - 4 * light(x, y);
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}
