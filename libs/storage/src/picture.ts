import sharp from 'sharp';

/** 40 million: more than a phone's camera takes, far less than a picture made to fill the memory. */
const MOST_PIXELS = 40_000_000;
const JPEG_QUALITY = 88;
/* One picture at a time uses one core; the others wait their turn in the pool of threads. */
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws a picture anew: upright, without place, camera or anything else that was hidden in the file, and without
 * whatever else the bytes would also have been. Answers false when it cannot be read whole, or is too large.
 */
export async function drawAnew(from: string, to: string, mediaType: string): Promise<boolean> {
  const picture = sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' }).autoOrient();
  const drawn = mediaType === 'image/png' ? picture.png() : picture.jpeg({ quality: JPEG_QUALITY });
  return drawn.toFile(to).then(
    () => true,
    () => false,
  );
}
