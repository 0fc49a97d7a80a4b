import type { SteadyNetwork } from './gain-network.js';
import type { OrientationPopulation } from './orientation-population.js';

/** Orientations on which tuning curves are taken: every degree. */
export const tuningOrientations = 180;

/** Responses of all neurons at 0°, 1°, …, 179°: an array of vectors `[n]`. */
export function tuningCurves(steady: SteadyNetwork, { drive }: OrientationPopulation): Float64Array[] {
  return Array.from({ length: tuningOrientations }, (_, s) => steady.respond(drive(s)));
}

/** What a tuning curve shows of a neuron. */
export interface CurveShape {
  /** Degrees, in [0, 180). */
  readonly preferred: number;
  readonly maximum: number;
  readonly minimum: number;
}

/**
 * Preferred orientation, maximum and minimum of neuron `i` on tuning curves, one vector a degree. The preferred
 * orientation is the top of the parabola through the highest point and its two neighbours on the ring: without that,
 * shifts below a degree would come out as none. Maximum and minimum are of the points themselves.
 */
export function curveShape(curves: readonly Float64Array[], i: number): CurveShape {
  const count = curves.length;
  let top = 0;
  let bottom = 0;
  for (let s = 1; s < count; s++) {
    if (curves[s][i] > curves[top][i]) top = s;
    if (curves[s][i] < curves[bottom][i]) bottom = s;
  }
  const before = curves[(top + count - 1) % count][i];
  const after = curves[(top + 1) % count][i];
  const maximum = curves[top][i];
  const bend = before - 2 * maximum + after;
  const offset = bend < 0 ? (before - after) / (2 * bend) : 0;
  return { preferred: ((top + offset + count) % count) * (180 / count), maximum, minimum: curves[bottom][i] };
}
