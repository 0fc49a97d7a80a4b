import type { Points } from '../information/joined-points.js';
import type { Variable } from './variable.js';

/** Labels of more values have too few rows each for a network to learn from. */
const mostLabels = 50;

/**
 * A variable as a network takes it: labels as one number for each value, 1 where it is that, and else coordinates of mean
 * zero and unit variance, those that do not vary as zeros.
 *
 * @throws {RangeError} for labels of more than 50 values
 */
export function criticInputs({ name, kind, labels, points: { points, dimension } }: Variable): Points {
  const n = labels.codes.length;
  if (kind === 'labels') {
    if (labels.count > mostLabels)
      throw new RangeError(
        `"${name}" has ${labels.count} labels, too many for a critic: use miller-madow or ross`,
      );
    const inputs = new Float64Array(n * labels.count);
    labels.codes.forEach((code, i) => (inputs[i * labels.count + code] = 1));
    return { points: inputs, dimension: labels.count };
  }
  const scaled = points.slice();
  for (let c = 0; c < dimension; c++) {
    let [mean, squares] = [0, 0];
    for (let at = c; at < points.length; at += dimension) mean += points[at] / n;
    for (let at = c; at < points.length; at += dimension) squares += (points[at] - mean) ** 2 / n;
    const unit = squares > 0 ? Math.sqrt(squares) : 1;
    for (let at = c; at < points.length; at += dimension) scaled[at] = (points[at] - mean) / unit;
  }
  return { points: scaled, dimension };
}
