import { normalTail } from './normal.js';
import type { TestedInterval } from './tested-interval.js';

/** Which correlation coefficient a value is: each has a variance of its own. */
export type CorrelationKind = 'Pearson' | 'Spearman' | 'Kendall';

/** The 97.5 % quantile of a standard normal. */
const z975 = 1.959963984540054;

/**
 * A correlation from n independent pairs, with the interval of 95 % that is normal on Fisher's scale, z = artanh r, of
 * variance
 *
 * - 1/(n − 3) for Pearson's r (R. A. Fisher, *Metron* 1, 1921);
 * - (1 + r²/2)/(n − 3) for Spearman's ρ (D. Bonett and T. Wright, *Psychometrika* 65, 2000);
 * - 0.437/(n − 4) for Kendall's τ (E. Fieller, H. Hartley and E. Pearson, *Biometrika* 44, 1957).
 *
 * At r = ±1 the interval has no width and says nothing about its own error: the ends are then r.
 *
 * @throws {RangeError} unless −1 ≤ r ≤ 1 and there are at least 5 pairs
 */
export function correlationInterval(r: number, pairs: number, kind: CorrelationKind): TestedInterval {
  if (!(r >= -1 && r <= 1)) throw new RangeError(`correlation: ${r} is not between −1 and 1`);
  if (!(pairs >= 5)) throw new RangeError(`correlation: an interval needs at least 5 pairs, not ${pairs}`);
  const variance = {
    Pearson: 1 / (pairs - 3),
    Spearman: (1 + (r * r) / 2) / (pairs - 3),
    Kendall: 0.437 / (pairs - 4),
  }[kind];
  const width = z975 * Math.sqrt(variance);
  const z = Math.atanh(r);
  return {
    value: r,
    low: Math.tanh(z - width),
    high: Math.tanh(z + width),
    pValue(x) {
      if (x === r) return 1;
      return 2 * normalTail(Math.abs(z - Math.atanh(x)) / Math.sqrt(variance));
    },
  };
}
