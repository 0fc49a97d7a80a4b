import { extent, groups, max, mean, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { type Condition, exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, liesBelow } from '../../src/lib/experiment/predicate.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { scientific, significant } from '../../src/lib/text/number.js';
import { binCounts, limitExamples, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { span } from './comparison.js';

type DimensionRow = RowsOf<typeof tables>['dimension'][number];
type EstimateRow = RowsOf<typeof tables>['corruption'][number];

const claim = claimsOn(tables);

/** Uniform points at one noise level: what DSE at t = 1 does as the dimension grows, and what CSE does. */
function dimensionCondition(noise: number, rows: readonly DimensionRow[]): Condition {
  const atOneStep = rows.filter(({ estimator, t }) => estimator === 'dse' && t === 1);
  // Every dimension that the table has, so that one in which DSE is missing does not pass.
  const dse = sort(new Set(rows.map(({ d }) => d))).map(
    (dimension) =>
      mean(
        atOneStep.filter(({ d }) => d === dimension),
        ({ bits }) => bits,
      ) ?? NaN,
  );
  const cse = rows.filter(({ estimator }) => estimator === 'cse').map(({ bits }) => bits);
  const [low = NaN, high = NaN] = extent(cse);
  const rises = dse.every((value, i) => i === 0 || value > dse[i - 1]) && dse[dse.length - 1] - dse[0] > 2;
  const told = dse.map((value) => significant(value)).join(', ');
  return {
    holds: rises && high - low < 0.01,
    detail: `noise ${significant(noise)}: DSE ${told} bits; CSE ${span(cse)}`,
  };
}

/** An estimator's values on one set of blobs, from no corruption to full. */
function curve(rows: readonly EstimateRow[], estimator: EstimateRow['estimator']): number[] {
  const own = rows.filter((row) => row.estimator === estimator);
  return sort(own, ({ corruption }) => corruption).map(({ mi_bits }) => mi_bits);
}

/** Sets of blobs at one noise level: DSMI follows the true information on each, from high to nothing on average. */
function corruptionConditions(noise: number, rows: readonly EstimateRow[]): Condition[] {
  const sets = groups(rows, ({ seed }) => seed).map(([, set]) => ({
    dsmi: curve(set, 'dsmi'),
    truth: curve(set, 'truth'),
  }));
  const rho = Math.min(...sets.map(({ dsmi, truth }) => spearman(dsmi, truth)));
  const first = sets.map(({ dsmi }) => dsmi[0]);
  const last = sets.map(({ dsmi }) => dsmi[dsmi.length - 1]);
  const [start, end] = [first, last].map((values) => mean(values) ?? NaN);
  const classic = binCounts.map((count) => max(curve(rows, `csmi-${count}`), Math.abs) ?? NaN);
  const furthest = Math.max(...classic);
  return [
    { holds: rho >= 0.9, detail: `noise ${significant(noise)}: ρ at least ${significant(rho)}` },
    {
      holds: start > 0.5,
      detail: `DSMI without corruption ${significant(start)} (single sets ${span(first)})`,
    },
    {
      holds: Math.abs(end) < 0.05,
      detail: `at full corruption ${significant(end)} (single sets ${span(last)})`,
    },
    { holds: furthest < 0.05, detail: `CSMI within ${significant(furthest)}` },
  ];
}

export const syntheticClaims = [
  claim({
    id: 'dse-limits',
    statement:
      'DSE is 0 for identical points, log₂ k for k tight groups that are far apart, and log₂ N for N points that are all far apart.',
    kind: 'exact',
    reported: { value: '0, log₂ k, log₂ N', where: 'properties of DSE' },
    figure: 'live-diffusion',
    tables: ['limits'],
    measure({ limits }) {
      const errors = limitExamples.map((example) => ({
        example,
        largest:
          max(
            limits.filter((row) => row.example === example),
            ({ dse, expected }) => Math.abs(dse - expected),
          ) ?? NaN,
      }));
      const told = errors.map(({ example, largest }) => `${example} ${scientific(largest, 0)}`);
      return exactly(
        Math.max(...errors.map(({ largest }) => largest)),
        'bits, the largest error',
        `in ${limits.length} cases: ${told.join(', ')}; any number of steps, groups of unequal size too, the diffusion of the code and that of the text`,
      );
    },
    criterion: 'no error of 10⁻⁶ bits or more',
    judge: liesBelow(1e-6),
  }),
  claim({
    id: 'dse-tracks-dimension',
    statement:
      'DSE grows with the dimension that points really have, through noise, while the entropy of bins (CSE) is stuck at log₂ N.',
    kind: 'qualitative',
    reported: { value: 'DSE grows, CSE = log N', where: 'toy figure on dimension' },
    figure: 'dimension',
    tables: ['dimension'],
    measure({ dimension }) {
      const uniform = dimension.filter(({ distribution }) => distribution === 'uniform');
      return failures(
        groups(uniform, ({ noise }) => noise).map(([noise, rows]) => dimensionCondition(noise, rows)),
        new Set(dimension.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'for uniform points, t = 1 and every noise level, the mean DSE rises from each dimension to the next and by more than 2 bits in all, and CSE varies by less than 0.01 bit',
    judge: equals(0),
  }),
  claim({
    id: 'dsmi-tracks-corruption',
    statement:
      'As labels are corrupted, DSMI falls as the true information does; the same difference of binned entropies (CSMI) does not see it.',
    kind: 'qualitative',
    reported: { value: 'DSMI ≈ 1.3 → 0, CSMI ≈ 0 (d = 20)', where: 'Fig. 3, read off the plot' },
    figure: 'corruption',
    tables: ['corruption'],
    measure({ corruption }) {
      const rows = corruption.filter(({ D }) => D === 20);
      return failures(
        groups(rows, ({ noise }) => noise).flatMap(([noise, own]) => corruptionConditions(noise, own)),
        new Set(rows.map(({ seed }) => seed)).size,
      );
    },
    criterion:
      'in 20 dimensions, at every noise level: Spearman’s ρ of DSMI and truth is at least 0.9 on each set of blobs, mean DSMI is above 0.5 bit without corruption and within 0.05 of 0 at full corruption, and no CSMI is further than 0.05 from 0',
    judge: equals(0),
  }),
];
