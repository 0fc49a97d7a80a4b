import { flatGroup, mean, sort } from 'd3-array';
import { between, caseOf, relativeTo, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { pairedValues } from '../../src/lib/statistics/paired-values.js';
import { count, decimals } from '../../src/lib/text/number.js';
import { adaptiveError } from '../../src/papers/adaptive-data-analysis/adaptive-error.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';
import { within } from './within.js';

type Rows = RowsOf<typeof tables>;
type AdaptiveRow = Rows['adaptive_error'][number];
type CoordinatedRow = Rows['coordinated_error'][number];

const claim = claimsOn(tables);

const short = (value: number) => decimals(value, 3);

/** T + 4·tolerance of the coordinated answers: what an answer may be off by. */
const allowed = 0.23;

/** How far a mean may be from the closed form. */
const tolerance = 0.03;

/** Largest errors of a mechanism on the finite universe, a condition for each number of queries. */
function coordinatedErrors(
  rows: Rows['coordinated_error'],
  mechanism: CoordinatedRow['mechanism'],
  passes: (m: number) => boolean,
) {
  const own = rows.filter((row) => row.mechanism === mechanism);
  return sort(new Set(own.map(({ m }) => m)))
    .filter(passes)
    .map((m) => {
      const runs = own.filter((row) => row.m === m);
      const errors = runs.map(({ max_error }) => max_error);
      return {
        label: `m = ${count(m)}`,
        measurement: overSeeds(
          errors,
          'largest error of an answer',
          `the worst of ${runs.length} runs is off by ${short(Math.max(...errors))}`,
        ),
      };
    });
}

/** Runs of the vote attack with normal noise of this standard deviation, or with none. */
const withNoise = (rows: Rows['adaptive_error'], m: number, sigma: number) =>
  rows.filter((row) => row.n === 2000 && row.m === m && row.sigma === sigma && row.mechanism !== 'laplace');

/** Final errors of exact answers, by points and queries. */
const exactAnswers = (rows: Rows['adaptive_error']) =>
  flatGroup(
    rows.filter(({ mechanism }) => mechanism === 'empirical'),
    ({ n }) => n,
    ({ m }) => m,
  );

const finalError = ({ final_error }: AdaptiveRow) => final_error;

export const queryClaims = [
  claim({
    id: 'pmw-rate',
    statement:
      'At 500 points and these constants, the largest error of coordinated answers grows no faster than the logarithm of the number of adaptive queries, up to two hundred times the sample.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported:
      'exponentially many expectations can be estimated: for a given error, log m may be as large as n',
    figure: 'adaptive-error',
    tables: ['coordinated_error'],
    measure({ coordinated_error }) {
      const own = coordinated_error.filter(({ mechanism }) => mechanism === 'pmw');
      const at = (m: number) => own.filter((row) => row.m === m);
      const rise = (from: number, to: number) =>
        pairedValues(
          at(to),
          at(from),
          ({ seed }) => seed,
          (late, early) => (late.max_error - early.max_error) / Math.log10(to / from),
        );
      const late = rise(1000, 100_000);
      const early = rise(10, 1000);
      const gained = late.map((value, index) =>
        value === null || (early[index] ?? null) === null ? null : value - early[index]!,
      );
      const told = (values: readonly (number | null)[]) =>
        short(mean(values.filter((value) => value !== null)) ?? NaN);
      return overSeeds(
        gained,
        'change of the rise in error per factor of ten in m',
        `a factor of ten adds ${told(early)} to the error from m = 10 to 1,000, and ${told(late)} from 1,000 to 100,000`,
      );
    },
    criterion:
      'a factor of ten in m adds hardly more to the largest error from m = 1,000 to 100,000 than it does from 10 to 1,000: less than 0.01 in the mean over seeds, the whole interval',
    asks: liesBelow(0.01),
    attainable({ coordinated_error }) {
      const error = (m: number) =>
        mean(coordinated_error, (row) => (row.mechanism === 'pmw' && row.m === m ? row.max_error : NaN)) ??
        NaN;
      const early = (error(1000) - error(10)) / 2;
      return between(-early, (1 - error(1000)) / 2 - early);
    },
    pilot: true,
    chance: { table: 'coordinated_error', column: 'm', within: ['n', 'mechanism', 'seed'] },
  }),
  claim({
    id: 'query-rates',
    statement: 'The number of adaptive queries that can be answered is exponential in the number of points.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'exponential in n',
    untested:
      'all attacks here are on samples of 500 points; the growth with n takes the same attack on 2,000 and 8,000 points, with a hundred times as many queries',
  }),
  claim({
    id: 'empirical-linear-blowup',
    statement:
      'With exact answers the number of adaptive queries is limited to a linear one: after as many queries as there are points, however many these are, the last answer is off by more than one half.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 6' },
    reported: 'empirical estimates are limited to a number linear in n',
    figure: 'noisy-error',
    tables: ['adaptive_error'],
    measure: ({ adaptive_error }) =>
      exactAnswers(adaptive_error)
        .filter(([n, m]) => n === m)
        .map(([n, , runs]) => ({
          label: `n = m = ${count(n)}`,
          measurement: overSeeds(
            runs.map(finalError),
            'error of the last answer',
            `the closed form says ${short(adaptiveError(n, n, 0))}`,
          ),
        })),
    criterion:
      'at m = n the error of the last answer lies above one half in the mean over seeds, for every n',
    asks: liesAbove(0.5),
    attainable: () => shares,
    pilot: true,
    chance: { table: 'adaptive_error', column: 'm', within: ['n', 'sigma', 'mechanism', 'seed'] },
  }),
  claim({
    id: 'empirical-fails-where-pmw-holds',
    statement:
      'On the universe and under the attack on which coordinated answers are tried, exact answers fail: from twice as many queries as points their largest error is one half or more.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 6' },
    reported: 'empirical estimates are limited to a number linear in n',
    figure: 'adaptive-error',
    tables: ['coordinated_error'],
    measure: ({ coordinated_error }) => coordinatedErrors(coordinated_error, 'empirical', (m) => m >= 1000),
    criterion: 'the largest error of an answer is 0.5 or more in the mean over seeds, at every m ≥ 1,000',
    asks: isAtLeast(0.5),
    attainable: () => shares,
    pilot: true,
    chance: { table: 'coordinated_error', column: 'mechanism', within: ['n', 'm', 'seed'] },
  }),
  claim({
    id: 'noise-reduces-adaptive-error',
    statement:
      'Noise on the answers protects: with twice as many queries as points, perturbed answers have less than half the largest error of exact ones.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'the technique perturbs estimates; by how much the error falls is not said',
    figure: 'noisy-error',
    tables: ['adaptive_error'],
    measure({ adaptive_error }) {
      const error = (sigma: number, m: number) =>
        short(mean(withNoise(adaptive_error, m, sigma), ({ max_error }) => max_error) ?? NaN);
      return overSeeds(
        pairedValues(
          withNoise(adaptive_error, 4000, 0.06),
          withNoise(adaptive_error, 4000, 0),
          ({ seed }) => seed,
          (noisy, exact) => noisy.max_error / exact.max_error,
        ),
        'largest error with noise ÷ without',
        `σ = 0.06: ${error(0.06, 4000)} against ${error(0, 4000)}; with only 100 queries noise costs: ${error(0.06, 100)} against ${error(0, 100)}`,
      );
    },
    criterion:
      'the quotient of the largest errors on the same sample, with σ = 0.06 and without noise, 4,000 queries on 2,000 points, lies below 0.5 in the mean over seeds',
    asks: liesBelow(0.5),
    attainable: ({ adaptive_error }) =>
      between(0, 1 / mean(withNoise(adaptive_error, 4000, 0), ({ max_error }) => max_error)!),
    pilot: true,
    chance: { table: 'adaptive_error', column: 'sigma', within: ['n', 'm', 'seed'] },
  }),
  claim({
    id: 'pmw-ten-times-n',
    statement:
      'Coordinated answers hold out for many queries: private multiplicative weights stay within T + 4·tolerance of the truth, at every number of adaptive queries tried up to ten times the sample.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'estimates that are perturbed and coordinated stay accurate',
    figure: 'adaptive-error',
    tables: ['coordinated_error'],
    measure: ({ coordinated_error }) => coordinatedErrors(coordinated_error, 'pmw', (m) => m <= 5000),
    criterion: `the largest error of an answer is at most ${allowed} in the mean over seeds, at every m ≤ 5,000`,
    asks: isAtMost(allowed),
    attainable: () => shares,
    pilot: true,
    chance: { table: 'coordinated_error', column: 'mechanism', within: ['n', 'm', 'seed'] },
  }),
  claim({
    id: 'further-applications',
    statement: 'The technique has further applications to estimation from adaptively chosen functions.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 8' },
    reported: 'additional applications',
    untested: 'the abstract does not name them, and the theorems have not been read',
  }),
  claim({
    id: 'noise-rate',
    statement: 'Noise alone answers about n² adaptive queries, in time polynomial in n.',
    origin: 'body',
    source: { grade: 'memory', place: 'theorem on the efficient mechanism' },
    reported: 'n growing like √m',
    untested:
      'the exponents have not been read; it takes the attack at several n, with the noise that is best for each',
  }),
  claim({
    id: 'empirical-closed-form',
    statement:
      'With exact answers the error of the last answer is what the closed form e(m, n, 0) says, of m ÷ n alone.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours: the closed form is derived here' },
    reported: 'nothing: the paper bounds rates',
    figure: 'noisy-error',
    tables: ['adaptive_error'],
    measure: ({ adaptive_error }) =>
      exactAnswers(adaptive_error).flatMap(([n, m, runs]) => {
        const expected = adaptiveError(m, n, 0);
        const measurement = overSeeds(
          runs.map((row) => finalError(row) - expected),
          'error of the last answer − closed form',
          `${short(mean(runs, finalError)!)} for ${short(expected)}`,
        );
        return within(`n = ${count(n)}, m = ${count(m)}`, measurement, [-tolerance, tolerance]);
      }),
    criterion:
      'for every n and m, the error lies within 0.03 of the closed form in the mean over seeds, the whole interval',
    asks: isAtMost(tolerance),
    attainable({ adaptive_error }, { label }) {
      const { n, m } = caseOf(label, adaptive_error, (row) => `n = ${count(row.n)}, m = ${count(row.m)}`);
      return relativeTo(shares, adaptiveError(m, n, 0));
    },
    pilot: true,
    chance: { table: 'adaptive_error', column: 'm', within: ['n', 'sigma', 'mechanism', 'seed'] },
  }),
];
