import { leadingEigenvectors } from '../linear-algebra/leading-eigenvectors.js';
import { meanPoint } from './covariance.js';

/** The directions along which points vary most. */
export interface PrincipalComponents {
  readonly mean: Float64Array;
  /** Orthonormal directions, `[count, dimension]`, row-major; the sign of each is arbitrary. */
  readonly directions: Float64Array;
  /** The points' variance (of divisor n − 1) along each, `[count]`, descending. */
  readonly variances: Float64Array;
}

/**
 * Principal components: the leading eigenvectors of the sample covariance, which is never formed.
 *
 * @param points `[n, dimension]`, row-major.
 * @param tolerance how far C v may be from λ v, in units of the largest λ; see {@link leadingEigenvectors}
 * @throws {RangeError} if `count` is not an integer from 1 to the dimension, or there are fewer than two points.
 */
export function principalComponents(
  points: Float64Array,
  dimension: number,
  count: number,
  tolerance?: number,
): PrincipalComponents {
  const n = points.length / dimension;
  if (!Number.isInteger(n) || n < 2)
    throw new RangeError(`${points.length} coordinates in dimension ${dimension}: two points needed`);
  const mean = meanPoint(points, dimension);
  const centred = points.map((value, at) => value - mean[at % dimension]);
  const multiply = (vectors: Float64Array, m: number) => {
    const products = new Float64Array(vectors.length);
    for (let start = 0; start < m; start += together)
      addProducts(
        centred,
        Array.from({ length: together }, (_, i) => rowOrZero(vectors, start + i, m, dimension)),
        Array.from({ length: together }, (_, i) => rowOrZero(products, start + i, m, dimension)),
        1 / (n - 1),
      );
    return products;
  };
  const { values, vectors } = leadingEigenvectors(multiply, dimension, count, tolerance);
  return { mean, directions: vectors, variances: values };
}

/** So many vectors are multiplied in one pass over the points: reading those is what takes the time. */
const together = 4;

function rowOrZero(rows: Float64Array, row: number, count: number, dimension: number): Float64Array {
  return row < count ? rows.subarray(row * dimension, (row + 1) * dimension) : new Float64Array(dimension);
}

/** Adds scale · Xᵀ X v to each of four products. */
function addProducts(
  points: Float64Array,
  [v0, v1, v2, v3]: readonly Float64Array[],
  [p0, p1, p2, p3]: readonly Float64Array[],
  scale: number,
): void {
  const dimension = v0.length;
  for (let at = 0; at < points.length; at += dimension) {
    let [a0, a1, a2, a3] = [0, 0, 0, 0];
    for (let c = 0; c < dimension; c++) {
      const x = points[at + c];
      a0 += v0[c] * x;
      a1 += v1[c] * x;
      a2 += v2[c] * x;
      a3 += v3[c] * x;
    }
    a0 *= scale;
    a1 *= scale;
    a2 *= scale;
    a3 *= scale;
    for (let c = 0; c < dimension; c++) {
      const x = points[at + c];
      p0[c] += a0 * x;
      p1[c] += a1 * x;
      p2[c] += a2 * x;
      p3[c] += a3 * x;
    }
  }
}

/** The coordinates of points along the components, `[n, count]`. */
export function principalCodes(
  points: Float64Array,
  { mean, directions, variances }: PrincipalComponents,
): Float64Array {
  const dimension = mean.length;
  const count = variances.length;
  const codes = new Float64Array((points.length / dimension) * count);
  for (let at = 0, code = 0; at < points.length; at += dimension)
    for (let v = 0; v < count; v++, code++)
      for (let c = 0; c < dimension; c++)
        codes[code] += directions[v * dimension + c] * (points[at + c] - mean[c]);
  return codes;
}
