/**
 * Root mean square error of each horizon, over trajectories and coordinates, divided by `scale`: NRMSE(h) for h = 1 …
 * steps.
 *
 * @param forecasts, truths `[n, steps, dimension]`.
 * @param scale what an error is measured by, such as the standard deviation of the truths; 1 for standardised ones.
 * @returns `[steps]`.
 * @throws {RangeError} if the shapes differ or are not whole.
 */
export function errorByHorizon(
  forecasts: ArrayLike<number>,
  truths: ArrayLike<number>,
  steps: number,
  dimension: number,
  scale = 1,
): Float64Array {
  const length = steps * dimension;
  const n = truths.length / length;
  if (forecasts.length !== truths.length || !Number.isInteger(n) || n < 1)
    throw new RangeError(
      `errorByHorizon: ${forecasts.length} and ${truths.length} values are no forecasts of ${steps} × ${dimension}`,
    );
  const errors = new Float64Array(steps);
  for (let at = 0; at < truths.length; at++)
    errors[Math.floor((at % length) / dimension)] += (forecasts[at] - truths[at]) ** 2;
  return errors.map((sum) => Math.sqrt(sum / (n * dimension)) / scale);
}

/**
 * Valid prediction time of each trajectory: until its error ‖forecast − truth‖ first exceeds `threshold` times the root
 * mean square of ‖truth‖ about its mean, over all trajectories and times (J. Pathak et al., *Phys. Rev. Lett.* 120,
 * 2018, with 0.4, there not about the mean); the end of the forecast where it never does. An error that is not a number
 * exceeds it.
 *
 * @param forecasts, truths `[n, steps, dimension]`; the first of each is one `interval` after the start.
 * @param interval between samples; in Lyapunov times, Δt times the largest Lyapunov exponent.
 * @returns `[n]`, the last time that was still valid, in the unit of `interval`.
 */
export function validPredictionTimes(
  forecasts: Float64Array,
  truths: Float64Array,
  steps: number,
  dimension: number,
  { threshold = 0.4, interval = 1 } = {},
): Float64Array {
  const n = truths.length / (steps * dimension);
  if (forecasts.length !== truths.length || !Number.isInteger(n) || n < 1)
    throw new RangeError(
      `validPredictionTimes: ${forecasts.length} and ${truths.length} values are no forecasts of ${steps} × ${dimension}`,
    );
  const mean = new Float64Array(dimension);
  truths.forEach((value, at) => (mean[at % dimension] += value / (n * steps)));
  let squares = 0;
  truths.forEach((value, at) => (squares += (value - mean[at % dimension]) ** 2 / (n * steps)));
  const most = threshold * Math.sqrt(squares);
  return Float64Array.from({ length: n }, (_, i) => {
    for (let step = 0; step < steps; step++) {
      const at = (i * steps + step) * dimension;
      let error = 0;
      for (let c = at; c < at + dimension; c++) error += (forecasts[c] - truths[c]) ** 2;
      if (!(Math.sqrt(error) <= most)) return step * interval;
    }
    return steps * interval;
  });
}
