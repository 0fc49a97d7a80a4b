import type { Metric } from './neighbours/metric.js';

/** Logarithm of the volume of the unit ball: of the maximum norm, a cube of side 2. */
export function logUnitBall(dimension: number, metric: Metric): number {
  if (metric === 'maximum') return dimension * Math.LN2;
  // V_d = V_{d−2} 2π/d from V_0 = 1 and V_1 = 2.
  let log = dimension % 2 ? Math.LN2 : 0;
  for (let d = 2 + (dimension % 2); d <= dimension; d += 2) log += Math.log((2 * Math.PI) / d);
  return log;
}
