import { meanPoint } from './covariance.js';
import { leadingEigenvectors } from './leading-eigenvectors.js';

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
 * @throws {RangeError} if `count` is not an integer from 1 to the dimension, or there are fewer than two points.
 */
export function principalComponents(
  points: Float64Array,
  dimension: number,
  count: number,
): PrincipalComponents {
  const n = points.length / dimension;
  if (!Number.isInteger(n) || n < 2)
    throw new RangeError(`${points.length} coordinates in dimension ${dimension}: two points needed`);
  const mean = meanPoint(points, dimension);
  const centred = points.map((value, at) => value - mean[at % dimension]);
  const multiply = (vectors: Float64Array, m: number) => {
    const products = new Float64Array(vectors.length);
    for (let at = 0; at < centred.length; at += dimension)
      for (let v = 0; v < m * dimension; v += dimension) {
        let along = 0;
        for (let c = 0; c < dimension; c++) along += vectors[v + c] * centred[at + c];
        along /= n - 1;
        for (let c = 0; c < dimension; c++) products[v + c] += along * centred[at + c];
      }
    return products;
  };
  const { values, vectors } = leadingEigenvectors(multiply, dimension, count);
  return { mean, directions: vectors, variances: values };
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
