import type { Random } from '../statistics/random.js';

/**
 * A random rotation or reflection, of Haar's law: the columns of a matrix of independent normals, orthogonalised one
 * after another, twice against rounding (G. Stewart, *SIAM J. Numer. Anal.* 17, 1980, by way of Gram and Schmidt).
 *
 * @returns `[d, d]`, row-major, orthonormal rows.
 */
export function randomOrthogonal(d: number, { normal }: Random): Float64Array {
  const matrix = Float64Array.from({ length: d * d }, normal);
  for (let i = 0; i < d; i++) {
    const row = matrix.subarray(i * d, (i + 1) * d);
    for (let pass = 0; pass < 2; pass++)
      for (let j = 0; j < i; j++) {
        const before = matrix.subarray(j * d, (j + 1) * d);
        const along = row.reduce((sum, value, c) => sum + value * before[c], 0);
        for (let c = 0; c < d; c++) row[c] -= along * before[c];
      }
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let c = 0; c < d; c++) row[c] /= norm;
  }
  return matrix;
}
