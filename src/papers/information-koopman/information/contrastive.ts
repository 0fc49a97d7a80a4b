/** Which of a sequence's samples are neighbours in time, and how alike is alike. */
export interface TemporalContrast {
  /** k: the 2 k samples at most so many steps away are the positives. */
  readonly reach: number;
  /** τ, by which cosines are divided. */
  readonly temperature: number;
}

/**
 * The multi-positive contrast of a sequence with itself, in nats: over the samples n with k neighbours on both sides,
 * the mean of −ln(Σ_P e^{s/τ} / Σ_{P∪N} e^{s/τ}), s being cosines, P the 2 k neighbours and N all other samples but n
 * (X. Cheng et al., ICLR 2026, as in the released code). It falls towards 0 where neighbours are alike and
 * others are not.
 *
 * @param z `[T, d]`, row-major.
 * @throws {RangeError} where no sample has k neighbours on both sides, k or τ is out of range, coordinates are left over,
 *   or a sample has no direction.
 */
export function temporalContrast(
  z: Float64Array,
  d: number,
  { reach, temperature }: TemporalContrast,
): number {
  const T = z.length / d;
  if (!Number.isInteger(T))
    throw new RangeError(`temporal contrast: ${z.length} coordinates do not make samples of dimension ${d}`);
  checkContrast(T, { reach, temperature });
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let c = 0; c < d; c++) sum += z[a * d + c] * z[b * d + c];
    return sum;
  };
  const norms = Float64Array.from({ length: T }, (_, i) => Math.sqrt(dot(i, i)));
  const directionless = norms.findIndex((norm) => !(norm > 0 && norm < Infinity));
  if (directionless >= 0)
    throw new RangeError(
      `temporal contrast: sample ${directionless} has the length ${norms[directionless]}, and so no direction; scale towards one`,
    );
  const shift = shiftAt(temperature, 700);
  let loss = 0;
  for (let n = reach; n < T - reach; n++) {
    let [positive, all] = [0, 0];
    for (let j = 0; j < T; j++) {
      if (j === n) continue;
      const weight = Math.exp(dot(n, j) / (norms[n] * norms[j] * temperature) - shift);
      all += weight;
      if (Math.abs(j - n) <= reach) positive += weight;
    }
    loss += Math.log(all / positive);
  }
  return loss / (T - 2 * reach);
}

/** Refuses a contrast that cannot be. @throws {RangeError} for a reach below 1 or beyond the samples, or a τ not above 0. */
export function checkContrast(samples: number, { reach, temperature }: TemporalContrast): void {
  if (!Number.isInteger(reach) || reach < 1)
    throw new RangeError(`temporal contrast: a reach of ${reach}: must be a whole number from 1 on`);
  if (!(samples > 2 * reach))
    throw new RangeError(`temporal contrast: ${samples} samples have no ${reach} on both sides`);
  if (!(temperature > 0 && temperature < Infinity))
    throw new RangeError(`temporal contrast: a temperature of ${temperature}: must be a positive number`);
}

/**
 * What is taken off the exponents s/τ, which cancels in the ratio: nothing unless they can be above the largest number
 * whose exponential there is.
 */
export function shiftAt(temperature: number, most: number): number {
  return 1 / temperature > most ? 1 / temperature : 0;
}
