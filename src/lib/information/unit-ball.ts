import type { Metric } from './neighbours/metric.js';

/**
 * Logarithm of the volume of the unit ball: of the maximum norm, a cube of side 2.
 *
 * @throws {RangeError} unless the dimension is an integer of at least 1.
 */
export function logUnitBall(dimension: number, metric: Metric): number {
  if (!Number.isInteger(dimension) || dimension < 1)
    throw new RangeError(`unit ball of dimension ${dimension}: must be an integer of at least 1`);
  if (metric === 'maximum') return dimension * Math.LN2;
  // V_d = V_{d−2} 2π/d from V_0 = 1 and V_1 = 2.
  let log = dimension % 2 ? Math.LN2 : 0;
  for (let d = 2 + (dimension % 2); d <= dimension; d += 2) log += Math.log((2 * Math.PI) / d);
  return log;
}
