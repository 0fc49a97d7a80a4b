import type { Sensing } from './channels-matching.js';

/** A class of points of the plane, normal. */
export interface NormalClass {
  /** P(x). */
  readonly weight: number;
  readonly mean: readonly [number, number];
  readonly deviation: readonly [number, number];
  readonly correlation: number;
}

/**
 * Classes seen through two features on the grid {0, …, side − 1}², each class normalised there. Cell z is
 * (z₁, z₂) = (z mod side, ⌊z/side⌋).
 */
export function normalClasses(classes: readonly NormalClass[], side: number): Sensing {
  const count = classes.length;
  const likelihood = new Float64Array(side * side * count);
  classes.forEach(({ mean, deviation, correlation: r }, x) => {
    let sum = 0;
    for (let z = 0; z < side * side; z++) {
      const u = ((z % side) - mean[0]) / deviation[0];
      const v = (Math.floor(z / side) - mean[1]) / deviation[1];
      const density = Math.exp((-0.5 * (u * u - 2 * r * u * v + v * v)) / (1 - r * r));
      likelihood[z * count + x] = density;
      sum += density;
    }
    for (let z = 0; z < side * side; z++) likelihood[z * count + x] /= sum;
  });
  return { prior: Float64Array.from(classes, ({ weight }) => weight), likelihood };
}
