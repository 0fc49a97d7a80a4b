import { normalProbability } from '../../statistics/normal.js';

/** How fast a blob falls off: its standard deviation is √(1/20) of the image's side. */
const decay = 10;

/**
 * Images of round blobs, a smooth and injective function of two normals: with the centre u = Φ(ξ), the pixel at
 * (x, y) of the grid on [0, 1]² is exp(−10 ((x − u_1)² + (y − u_2)²)) (I. Butakov et al., ICLR 2024).
 *
 * @param normals ξ, `[n, 2]`, row-major; @param size pixels on a side.
 * @returns `[n, size, size]`, y before x.
 */
export function blobImages(normals: Float64Array, size: number): Float64Array {
  const n = normals.length / 2;
  const images = new Float64Array(n * size * size);
  for (let i = 0, at = 0; i < n; i++) {
    const [across, down] = [0, 1].map((c) => {
      const centre = normalProbability(normals[2 * i + c]);
      return Float64Array.from({ length: size }, (_, p) => Math.exp(-decay * (p / (size - 1) - centre) ** 2));
    });
    for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) images[at++] = across[x] * down[y];
  }
  return images;
}
