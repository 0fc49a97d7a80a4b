import { deviation, max, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, liesBelow } from '../../src/lib/experiment/predicate.js';
import { decimals, scientific } from '../../src/lib/text/number.js';
import { neighbourEstimators, tables } from '../../src/papers/lossy-compression-ib/tables.js';

const claim = claimsOn(tables);

const short = (value: number) => decimals(value, 2);

export const invarianceClaim = claim({
  id: 'mi-invariant-to-invertible-maps',
  statement:
    'The estimate does not change under invertible maps of either variable: for affine ones, which whitening undoes, not at all.',
  kind: 'exact',
  reported: {
    value: 'I(f(X); Y) = I(X; Y)',
    where: 'Statement 1, of injective smooth maps',
    recalled: true,
  },
  tables: ['invariance'],
  measure({ invariance }) {
    const largest = max(invariance, ({ difference }) => Math.abs(difference)) ?? NaN;
    const pairs = invariance.length / neighbourEstimators.length;
    const detail = `the estimates of ${pairs} pairs of random maps, by both estimators, move by ${scientific(largest, 1)} nats at most`;
    return exactly(largest, 'nats, the largest change', detail, pairs);
  },
  criterion: 'no estimate moves by 1e-6 nats or more',
  judge: liesBelow(1e-6),
});

export const varianceClaim = claim({
  id: 'weights-cost-variance',
  statement:
    'Where there is no boundary, as of normals, the nearest neighbour alone is unbiased already, and the weights only add scatter.',
  kind: 'qualitative',
  reported: { value: 'not discussed', where: 'a control of ours' },
  figure: 'weights',
  tables: ['normals'],
  measure({ normals }) {
    const [kl, wkl] = neighbourEstimators.map((id) => {
      const runs = normals.filter(({ estimator }) => estimator === id);
      return {
        bias: mean(runs, ({ mi_est, mi_true }) => mi_est - mi_true)!,
        scatter: deviation(runs, ({ mi_est }) => mi_est)!,
      };
    });
    return failures(
      [
        {
          holds: Math.abs(wkl.bias) <= 0.3,
          detail: `4 + 4 dimensions, ${short(normals[0].mi_true)} nats: bias ${short(wkl.bias)} weighted`,
        },
        { holds: Math.abs(kl.bias) <= 0.3, detail: `bias ${short(kl.bias)} nearest neighbour` },
        {
          holds: wkl.scatter >= 2 * kl.scatter,
          detail: `scatter ${short(wkl.scatter)} weighted, ${short(kl.scatter)} nearest neighbour`,
        },
      ],
      normals.length / neighbourEstimators.length,
    );
  },
  criterion:
    'both means lie within 0.3 nat of the truth, and the weighted estimates scatter at least twice as much',
  judge: equals(0),
});
