import { flatRollup, mean, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, overSeeds, worst } from '../../src/lib/experiment/measurement.js';
import { isAtLeast, isAtMost, isLessThan } from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { count, decimals } from '../../src/lib/text/number.js';
import { adaptiveError } from '../../src/papers/adaptive-data-analysis/adaptive-error.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';

type Rows = RowsOf<typeof tables>;
type CoordinatedRow = Rows['coordinated_error'][number];

const claim = claimsOn(tables);

const short = (value: number) => decimals(value, 3);

/** T + 4·tolerance of the coordinated answers: what an answer may be off by. */
const allowed = 0.23;

/** Mean largest errors of a mechanism on the finite universe, a case for each number of queries. */
function coordinatedErrors(rows: Rows['coordinated_error'], mechanism: CoordinatedRow['mechanism']) {
  const own = rows.filter((row) => row.mechanism === mechanism);
  return sort(new Set(own.map(({ m }) => m))).map((m) => {
    const errors = own.filter((row) => row.m === m).map(({ max_error }) => max_error);
    const label = `m = ${count(m)}`;
    const measurement = overSeeds(errors, `mean largest error, ${label}`, short(mean(errors)!));
    return { m, label, measurement };
  });
}

/** The runs with normal noise, or with none, on 2000 points. */
function noisyRuns(rows: Rows['adaptive_error'], m: number, sigma: number) {
  const mechanism = sigma === 0 ? 'empirical' : 'gaussian';
  return rows.filter(
    (row) => row.n === 2000 && row.m === m && row.sigma === sigma && row.mechanism === mechanism,
  );
}

export const queryClaims = [
  claim({
    id: 'empirical-linear-blowup',
    statement:
      'With exact answers the number of adaptive queries is limited to a linear one: the error of the last answer grows with m ÷ n as the closed form e(m, n, 0) says, and is more than one half at m = n.',
    kind: 'quantitative',
    reported: { value: 'linear in n', where: 'abstract (the closed form is derived here)' },
    figure: 'adaptive-error',
    tables: ['adaptive_error'],
    measure({ adaptive_error }) {
      const rows = adaptive_error.filter(({ mechanism }) => mechanism === 'empirical');
      const cases = flatRollup(
        rows,
        (runs) => ({ error: mean(runs, ({ final_error }) => final_error)!, seeds: runs.length }),
        ({ n }) => n,
        ({ m }) => m,
      ).map(([n, m, { error, seeds }]) => {
        const expected = adaptiveError(m, n, 0);
        const label = `n = ${count(n)}, m = ${count(m)}`;
        const unit = `distance of the mean error from the closed form, ${label}`;
        const detail = `${short(error)} for ${short(expected)}`;
        return { label, measurement: exactly(Math.abs(error - expected), unit, detail, seeds) };
      });
      return worst(cases, 'largest');
    },
    criterion: 'each mean lies within 0.03 of the closed form, which is 0.575 at m = n',
    judge: isLessThan(0.03),
  }),
  claim({
    id: 'noise-reduces-adaptive-error',
    statement:
      'Noise on the answers protects: once there are more queries than points, perturbed answers have a smaller largest error than exact ones.',
    kind: 'qualitative',
    reported: { value: 'perturbed answers stay valid', where: 'abstract' },
    figure: 'adaptive-error',
    tables: ['adaptive_error'],
    measure({ adaptive_error }) {
      const runs = (sigma: number, m: number) => noisyRuns(adaptive_error, m, sigma);
      const error = (sigma: number, m: number) => short(mean(runs(sigma, m), ({ max_error }) => max_error)!);
      const ratios = pairedBy(runs(0.06, 4000), runs(0, 4000), ({ seed }) => seed).map(
        ([noisy, exact]) => noisy.max_error / exact.max_error,
      );
      return overSeeds(
        ratios,
        'largest error with noise ÷ without, 4000 queries on 2000 points',
        `σ = 0.06: ${error(0.06, 4000)} against ${error(0, 4000)}; with only 100 queries noise costs: ${error(0.06, 100)} against ${error(0, 100)}`,
      );
    },
    criterion: 'less than half, on average over seeds, with 4000 queries on 2000 points and σ = 0.06',
    judge: isLessThan(0.5),
  }),
  claim({
    id: 'pmw-exponential',
    statement:
      'Coordinated answers hold out for many more queries: private multiplicative weights stay within T + 4·tolerance of the truth, at every number of adaptive queries tried up to ten times the sample.',
    kind: 'qualitative',
    reported: { value: 'exponentially many queries', where: 'abstract' },
    figure: 'adaptive-error',
    tables: ['coordinated_error'],
    measure({ coordinated_error }) {
      const cases = coordinatedErrors(coordinated_error, 'pmw');
      const told = cases.map(({ label, measurement }) => `${label}: ${measurement.detail}`).join('; ');
      return {
        ...worst(
          cases.filter(({ m }) => m <= 5000),
          'largest',
        ),
        detail: `${told}; asked for is the bound up to m = 5,000, not the rate`,
      };
    },
    criterion: `the mean over seeds is at most ${allowed} at every m ≤ 5000`,
    judge: isAtMost(allowed),
  }),
  claim({
    id: 'empirical-fails-where-pmw-holds',
    statement:
      'On the same universe and attack, exact answers fail: their largest error grows with m, past one half.',
    kind: 'qualitative',
    reported: { value: 'linear in n', where: 'abstract' },
    figure: 'adaptive-error',
    tables: ['coordinated_error'],
    measure: ({ coordinated_error }) =>
      worst(
        coordinatedErrors(coordinated_error, 'empirical').filter(({ m }) => m >= 1000),
        'smallest',
      ),
    criterion: 'the mean over seeds is 0.5 or more at every m ≥ 1000',
    judge: isAtLeast(0.5),
  }),
  claim({
    id: 'query-rates',
    statement:
      'The number of queries that can be answered is exponential in n by coordination (with n growing like log m and √log |X|), and about n² by noise alone, in time polynomial in n.',
    kind: 'exact',
    reported: { value: 'rates of the theorems', where: 'theorems; exponents', recalled: true },
    untested: 'rates are limits, and their constants lie far beyond the sizes that are run here',
  }),
];
