import { betaQuantile } from './beta.js';

/**
 * The lower end of Clopper and Pearson's interval for a probability (*Biometrika* 26, 1934): the δ/2 quantile of
 * Beta(x, n − x + 1), and 0 without a success. P(the interval misses the probability) ≤ δ, whatever it is.
 *
 * @param successes x, an integer from 0 to n; @param trials n, an integer from 1 on; @param delta δ, between 0 and 1
 * @param start where to begin the search, such as the bound before the last trial
 * @throws {RangeError} for numbers out of range.
 */
export function clopperPearsonLower(
  successes: number,
  trials: number,
  delta: number,
  start?: number,
): number {
  if (!(
    Number.isInteger(successes) &&
    Number.isInteger(trials) &&
    successes >= 0 &&
    successes <= trials &&
    trials >= 1
  ))
    throw new RangeError(`Clopper–Pearson: ${successes} successes of ${trials} trials`);
  if (!(delta > 0 && delta < 1)) throw new RangeError(`Clopper–Pearson: δ = ${delta} is not between 0 and 1`);
  return successes === 0 ? 0 : betaQuantile(delta / 2, successes, trials - successes + 1, start);
}

/** The upper end: the mirror of {@link clopperPearsonLower}, successes and failures exchanged. */
export function clopperPearsonUpper(
  successes: number,
  trials: number,
  delta: number,
  start?: number,
): number {
  return (
    1 - clopperPearsonLower(trials - successes, trials, delta, start === undefined ? undefined : 1 - start)
  );
}
