import type { Points } from '../../../lib/information/joined-points.js';
import { type Labels, labelsOf } from '../../../lib/information/labels.js';
import { standardized } from '../trial.js';

/** A variable of a question as estimators take it: points always, and labels where it is labels. */
export interface Side {
  readonly points: Points;
  readonly labels?: Labels;
}

/** x, y and what is given, in this order; or all variables whose total correlation is asked for. */
export type Sides = readonly Side[];

/** Between labels where points are asked for, in standard deviations of numbers, so that no two are neighbours. */
const labelDistance = 100;

/** Numbers, each coordinate at mean zero and unit variance. */
export function numbers(points: Float64Array, dimension = 1): Side {
  return { points: { points: standardized(points, dimension), dimension } };
}

/** Labels, numbered from 0. */
export function labelled(codes: ArrayLike<number>): Side {
  const points = Float64Array.from(codes, (code) => labelDistance * code);
  return { points: { points, dimension: 1 }, labels: labelsOf(codes) };
}
