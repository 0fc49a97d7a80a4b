import { quantileSorted } from 'd3-array';
import { random } from './random.js';
import type { TestedInterval } from './tested-interval.js';

export interface BootstrapOptions {
  /** How often the units are drawn anew. */
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * A statistic of independent units with its percentile interval of 95 % (B. Efron, *Ann. Stat.* 7, 1979): the units are
 * drawn with replacement as often as there are units, and the ends are the 2.5 % and 97.5 % quantiles of the statistic.
 * Too narrow for few units: below some twenty, prefer Student's interval of a value a unit. Resamples in which the
 * statistic does not exist (NaN) are left out.
 *
 * The p value of x is twice the smaller share of resamples on either side of it, with one added to counts.
 *
 * @param units what is independent of each other: whole networks with all their rows, say
 * @throws {RangeError} for fewer than two units, or where the statistic does not exist
 */
export function bootstrap<T>(
  units: readonly T[],
  statistic: (units: readonly T[]) => number,
  { resamples = 2000, seed = 1 }: BootstrapOptions = {},
): TestedInterval {
  if (units.length < 2) throw new RangeError(`bootstrap: ${units.length} units; needs at least 2`);
  const value = statistic(units);
  if (!Number.isFinite(value)) throw new RangeError(`bootstrap: the statistic of all units is ${value}`);
  const { integer } = random(seed, 'bootstrap', units.length, resamples);
  const found = Array.from({ length: resamples }, () =>
    statistic(Array.from(units, () => units[integer(units.length)])),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return {
    value,
    low: quantileSorted(found, 0.025)!,
    high: quantileSorted(found, 0.975)!,
    pValue(x) {
      const below = found.filter((other) => other <= x).length;
      const above = found.filter((other) => other >= x).length;
      return Math.min(1, (2 * (Math.min(below, above) + 1)) / (found.length + 1));
    },
  };
}
