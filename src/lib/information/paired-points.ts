import { countPoints } from './gaussian-kernel.js';

/** Paired points: x `[n, dimensionX]` and y `[n, dimensionY]`, row-major. */
export interface PairedPoints {
  readonly x: Float64Array;
  readonly dimensionX: number;
  readonly y: Float64Array;
  readonly dimensionY: number;
}

/**
 * The points (x_i, y_i), `[n, dimensionX + dimensionY]`, row-major.
 *
 * @throws {RangeError} if the coordinates do not fill whole points, or there are not as many of x as of y.
 */
export function jointPoints({ x, dimensionX, y, dimensionY }: PairedPoints): Float64Array {
  const n = countPoints(x, dimensionX);
  if (countPoints(y, dimensionY) !== n)
    throw new RangeError(`${n} points x but ${countPoints(y, dimensionY)} points y: they must be paired`);
  const joint = new Float64Array(x.length + y.length);
  for (let i = 0, at = 0; i < n; i++, at += dimensionX + dimensionY) {
    joint.set(x.subarray(i * dimensionX, (i + 1) * dimensionX), at);
    joint.set(y.subarray(i * dimensionY, (i + 1) * dimensionY), at + dimensionX);
  }
  return joint;
}
