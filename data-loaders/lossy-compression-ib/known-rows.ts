import { groups } from 'd3-array';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import type { EstimatorId, SyntheticRow } from '../../src/papers/lossy-compression-ib/tables.js';

/** Which estimates of known information: by weighted neighbours where no estimator is given. */
export interface Chosen extends Pick<SyntheticRow, 'dataset' | 'representation'> {
  readonly estimator?: EstimatorId;
}

/** Estimates of one kind whose true information, in nats, lies between two bounds, both included. */
export function select(
  synthetic: readonly SyntheticRow[],
  { dataset, representation, estimator = 'wkl' }: Chosen,
  [least, most]: readonly [number, number] = [0, Infinity],
): SyntheticRow[] {
  return synthetic.filter(
    (row) =>
      row.dataset === dataset &&
      row.representation === representation &&
      row.estimator === estimator &&
      row.mi_true >= least &&
      row.mi_true <= most,
  );
}

/** The mean; `null` of none, or where one is missing: the mean of the others would leave out what failed. */
export function meanOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + value!, 0) / values.length;
}

/** A value of each seed. */
export function bySeed<R extends { readonly seed: number }, V>(
  rows: readonly R[],
  value: (own: readonly R[]) => V,
): V[] {
  return groups(rows, ({ seed }) => seed).map(([, own]) => value(own));
}

/** The mean absolute error of some estimates, nats. */
export const meanError = (own: readonly SyntheticRow[]) =>
  meanOf(own.map(({ mi_est, mi_true }) => (mi_est === null ? null : Math.abs(mi_est - mi_true))));

/** The mean over the informations of what two ways to estimate differ by, in each seed; `null` where a partner is missing. */
export function differences(
  first: readonly SyntheticRow[],
  second: readonly SyntheticRow[],
  difference: (a: number, b: number) => number,
): (number | null)[] {
  return bySeed(first, (own) => {
    const partners = second.filter(({ seed }) => seed === own[0].seed);
    const pairs = pairedBy(own, partners, ({ mi_true }) => mi_true);
    if (pairs.length < own.length) return null;
    return meanOf(
      pairs.map(([a, b]) => (a.mi_est === null || b.mi_est === null ? null : difference(a.mi_est, b.mi_est))),
    );
  });
}
