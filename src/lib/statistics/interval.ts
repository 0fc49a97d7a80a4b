import { studentQuantile } from './student.js';

/** A mean and the interval that holds the expectation with the stated confidence. */
export interface MeanInterval {
  /** The sample's mean; `null` for an empty sample. */
  readonly value: number | null;
  /** Ends of the interval; `null` for fewer than two values, whose spread is unknown. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Student's interval for the expectation of a sample of independent values,
 * mean ± t_{(1 + confidence)/2, n−1} · s / √n with s² = Σ(v − mean)² / (n − 1).
 *
 * @throws {RangeError} if a value is not finite, `confidence` is not between 0 and 1, or values are so large that the
 *   squares of their distances from the mean overflow.
 */
export function meanInterval(sample: ArrayLike<number>, confidence = 0.95): MeanInterval {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`mean interval: confidence ${confidence} is not between 0 and 1`);
  const values = Array.from(sample);
  const n = values.length;
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0)
    throw new RangeError(`mean interval: value ${at} is ${values[at]}; drop or replace missing values`);
  if (n === 0) return { value: null, low: null, high: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { value: mean, low: null, high: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  if (!Number.isFinite(variance))
    throw new RangeError('mean interval: the values are too large for their variance; scale them down');
  const half = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half };
}
