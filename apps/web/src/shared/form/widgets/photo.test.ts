import { laplacianVariance } from './photo';

const SIZE = 16;
const picture = (light: (x: number, y: number) => number) => {
  const pixels = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let at = 0; at < SIZE * SIZE; at++) pixels.fill(light(at % SIZE, Math.floor(at / SIZE)), at * 4, at * 4 + 4);
  return laplacianVariance(pixels, SIZE, SIZE);
};

it('finds a picture with edges sharper than the same picture washed out', () => {
  const sharp = picture((x) => (x % 4 < 2 ? 0 : 255));
  const soft = picture((x) => 128 + 40 * Math.sin((x / SIZE) * Math.PI * 2));

  expect(sharp).toBeGreaterThan(soft * 10);
});

it('finds nothing at all in an even surface', () => {
  expect(picture(() => 90)).toBeCloseTo(0);
});
