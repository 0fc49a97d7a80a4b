import { deviation, max } from 'd3-array';
import { nonNegative, relativeTo } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { bootstrapped, exactly, overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { decimals, scientific } from '../../src/lib/text/number.js';
import { neighbourEstimators, tables } from '../../src/papers/lossy-compression-ib/tables.js';

type NormalsRow = RowsOf<typeof tables>['normals'][number];

const claim = claimsOn(tables);

/** How far a mean may lie from the truth to count as unbiased, nats, and how many times as much the weights have to scatter. */
const [unbiased, scattered] = [0.3, 2];

const estimatorLabels = { kl: 'nearest neighbour', wkl: 'weighted' } as const;

/** Standard deviation of some estimates. */
const scatter = (rows: readonly NormalsRow[]) => deviation(rows, ({ mi_est }) => mi_est) ?? NaN;

export const estimatorClaims = [
  claim({
    id: 'mi-invariant-to-invertible-maps',
    statement:
      'The estimate does not change under invertible affine maps of either variable: whitening undoes them.',
    origin: 'ours',
    source: { grade: 'memory', place: 'Statement 1, of injective smooth maps' },
    reported: 'I(f(X); Y) = I(X; Y), of the information itself',
    tables: ['invariance'],
    measure({ invariance }) {
      const largest = max(invariance, ({ difference }) => Math.abs(difference)) ?? null;
      const pairs = invariance.length / neighbourEstimators.length;
      return exactly(
        largest,
        'nats, the largest change',
        `the estimates of ${pairs} pairs of random maps, by both estimators, move by ${scientific(largest ?? NaN, 1)} nats at most`,
      );
    },
    criterion: 'no estimate moves by 1e-6 nats or more: an identity, checked',
    asks: liesBelow(1e-6),
    attainable: () => nonNegative,
    exact: 'an identity for every sample and map',
    pilot: true,
  }),
  claim({
    id: 'mi-invariant-to-smooth-maps',
    statement: 'Information does not change under any injective smooth map, and the estimate hardly does.',
    origin: 'abstract',
    source: { grade: 'memory', place: 'abstract, sentence 9 (a theoretical justification); Statement 1' },
    reported: 'I(f(X); Y) = I(X; Y) for injective, piecewise smooth f',
    untested:
      'of the information it is a theorem; of the estimate, it would take samples moved by curved maps, and a run of seconds',
  }),
  claim({
    id: 'neighbours-unbiased-on-normals',
    statement:
      'Where there is no boundary, as of normals, both the nearest neighbour alone and the weighted estimate are unbiased, in four and four dimensions.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of what the weights are for' },
    reported: 'not discussed',
    figure: 'weights',
    tables: ['normals'],
    measure: ({ normals }) =>
      neighbourEstimators.flatMap((id) => {
        const own = normals.filter(({ estimator }) => estimator === id);
        const measurement = overSeeds(
          own.map(({ mi_est, mi_true }) => mi_est - mi_true),
          'nats, estimate − truth',
          `samples of ${decimals(own[0]?.mi_true ?? NaN, 0)} nats, which scatter by ${decimals(scatter(own), 2)}`,
        );
        return [
          { label: `${estimatorLabels[id]}, not above`, measurement, asks: liesBelow(unbiased) },
          { label: `${estimatorLabels[id]}, not below`, measurement, asks: liesAbove(-unbiased) },
        ];
      }),
    criterion: `over samples, the 95 % intervals of both mean errors lie within ${unbiased} nat of 0`,
    asks: liesBelow(unbiased),
    attainable: ({ normals: [{ mi_true }] }) => relativeTo(nonNegative, mi_true),
    pilot: true,
  }),
  claim({
    id: 'weights-cost-variance',
    statement: 'On normals, where the nearest neighbour alone is unbiased, the weights only add scatter.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control of what the weights are for' },
    reported: 'not discussed',
    figure: 'weights',
    tables: ['normals'],
    measure({ normals }) {
      const [kl, wkl] = neighbourEstimators.map((id) => normals.filter(({ estimator }) => estimator === id));
      const samples = pairedBy(wkl, kl, ({ repetition }) => repetition);
      const side = (index: 0 | 1) => (drawn: readonly (readonly NormalsRow[])[]) =>
        scatter(drawn.map((pair) => pair[index]));
      const [weighted, nearest] = [side(0), side(1)];
      return bootstrapped(
        samples,
        (drawn) => weighted(drawn) / nearest(drawn),
        'times the scatter of the nearest neighbour',
        `standard deviation ${decimals(weighted(samples), 2)} nat weighted, ${decimals(nearest(samples), 2)} nearest neighbour`,
      );
    },
    criterion: `over samples, the 95 % interval of the ratio of standard deviations lies at ${scattered} or more`,
    asks: isAtLeast(scattered),
    attainable: () => nonNegative,
    pilot: true,
    chance: { table: 'normals', column: 'estimator', within: ['repetition'] },
  }),
];
