import { normalProbability } from '../../statistics/normal.js';

/** The least width and height of a rectangle, in pixels. */
const least = 2;

/**
 * Rectangles as an injective function of four normals, two to an axis (I. Butakov et al., ICLR 2024): with
 * u = Φ(ξ) and m = 2/size, from (1 − m)(1 − √(1 − u_1)) to u_2 of the way between the least end and 1, times the size.
 *
 * @param normals ξ, `[n, 4]`, row-major; @param size of the image, in pixels.
 * @returns left, right, top, bottom in pixels, `[n, 4]`.
 */
export function rectangles(normals: Float64Array, size: number): Float64Array {
  const m = least / size;
  const ends = new Float64Array(normals.length);
  for (let at = 0; at < normals.length; at += 2) {
    const start = (1 - m) * (1 - Math.sqrt(1 - normalProbability(normals[at])));
    ends[at] = size * start;
    ends[at + 1] = size * (start + m + normalProbability(normals[at + 1]) * (1 - start - m));
  }
  return ends;
}

/**
 * Images of rectangles: each pixel is the area of it that they cover, a piecewise smooth function of their ends.
 *
 * @param ends left, right, top, bottom in pixels, `[n, 4]`, row-major; @param size pixels on a side.
 * @returns `[n, size, size]`, x before y.
 */
export function rectangleImages(ends: Float64Array, size: number): Float64Array {
  const n = ends.length / 4;
  const images = new Float64Array(n * size * size);
  for (let i = 0, at = 0; i < n; i++) {
    const [across, down] = [0, 2].map((c) => covered(ends[4 * i + c], ends[4 * i + c + 1], size));
    for (let x = 0; x < size; x++) for (let y = 0; y < size; y++) images[at++] = across[x] * down[y];
  }
  return images;
}

/** What a stretch covers of each pixel of a line. */
function covered(start: number, end: number, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, p) =>
    Math.max(0, Math.min(end, p + 1) - Math.max(start, p)),
  );
}
