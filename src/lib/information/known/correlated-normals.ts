import { randomOrthogonal } from '../../linear-algebra/random-orthogonal.js';
import type { Random } from '../../statistics/random.js';
import type { PairedPoints } from '../paired-points.js';

/**
 * Correlation of each of d independent pairs of normals that have the given mutual information together:
 * √(1 − e^{−2I/d}).
 *
 * @param information I, in nats.
 * @throws {RangeError} if the information is negative.
 */
export function correlationOfInformation(information: number, d: number): number {
  if (!(information >= 0)) throw new RangeError(`mutual information ${information}: must not be negative`);
  return Math.sqrt(-Math.expm1((-2 * information) / d));
}

/**
 * n pairs of standard normal vectors of dimension d with the given mutual information: each coordinate of x is
 * correlated with one of y and with nothing else; then x and y are rotated, each at random, which changes no
 * information (I. Butakov et al., ICLR 2024, algorithm 1). As is the information of any injective images of them.
 *
 * @param information I, in nats.
 */
export function correlatedNormals(n: number, d: number, information: number, random: Random): PairedPoints {
  const correlation = correlationOfInformation(information, d);
  // √(1 − ρ²) without cancellation.
  const own = Math.exp(-information / d);
  const rotations = [randomOrthogonal(d, random), randomOrthogonal(d, random)];
  const x = Float64Array.from({ length: n * d }, random.normal);
  const y = x.map((value) => correlation * value + own * random.normal());
  const [turnedX, turnedY] = [x, y].map((points, side) => turned(points, d, rotations[side]));
  return { x: turnedX, dimensionX: d, y: turnedY, dimensionY: d };
}

function turned(points: Float64Array, d: number, rotation: Float64Array): Float64Array {
  return points.map((_, at) => {
    const [start, row] = [at - (at % d), (at % d) * d];
    let sum = 0;
    for (let c = 0; c < d; c++) sum += rotation[row + c] * points[start + c];
    return sum;
  });
}
