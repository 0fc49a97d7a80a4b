import { max, mean, sort } from 'd3-array';
import { between, caseOf, relativeTo, shares } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast } from '../../src/lib/claims/gate.js';
import {
  type Conditions,
  type IntervalMeasurement,
  overSeeds,
  shareOf,
} from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { pairedValues } from '../../src/lib/statistics/paired-values.js';
import { count, decimals } from '../../src/lib/text/number.js';
import {
  type HoldoutMode,
  holdoutModes,
  type HoldoutSet,
} from '../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { signalAccuracy } from '../../src/papers/adaptive-data-analysis/selection-bias.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';
import { within } from './within.js';

type Rows = RowsOf<typeof tables>['holdout'];

const claim = claimsOn(tables);

/** The companion’s figures are known from public pages about it. */
const companion = (figure: string) =>
  ({ grade: 'second-hand', place: `the companion, Science 349, 2015, ${figure}` }) as const;

/** Swapping the sets, or the modes, of a run makes them say nothing about each other. */
const anySet = { table: 'holdout', column: 'set', within: ['n', 'signal', 'mode', 'seed'] } as const;
const anyMode = { table: 'holdout', column: 'mode', within: ['n', 'signal', 'seed'] } as const;

const short = (value: number) => decimals(value, 3);

/** The runs of a mode at the largest sample, at which claims are judged. */
function runsOf(holdout: Rows, signal: boolean, mode: HoldoutMode) {
  const n = max(holdout, (row) => row.n)!;
  return { n, rows: holdout.filter((row) => row.n === n && row.signal === signal && row.mode === mode) };
}

const on = (rows: Rows, k: number, set: HoldoutSet) => rows.filter((row) => row.k === k && row.set === set);

/** Accuracies of one set at k variables, run by run. */
const accuracies = (rows: Rows, k: number, set: HoldoutSet) =>
  on(rows, k, set).map(({ accuracy }) => accuracy);

/** By how much the accuracy of a set exceeds that on fresh data at k variables, run by run. */
const excess = (rows: Rows, k: number, set: HoldoutSet) =>
  pairedValues(
    on(rows, k, set),
    on(rows, k, 'fresh'),
    ({ seed }) => seed,
    (ours, fresh) => ours.accuracy - fresh.accuracy,
  );

/** The numbers of variables, as shares of all, for which Thresholdout may still repeat the training accuracy. */
const few = (share: number) => share > 0 && share <= 0.03;

/** A condition for each number of variables that passes, of Thresholdout without signal. */
function withoutSignal<M extends IntervalMeasurement>(
  holdout: Rows,
  passes: (share: number) => boolean,
  measurementAt: (at: { readonly rows: Rows; readonly n: number; readonly k: number }) => M,
): Conditions<M> {
  const { rows, n } = runsOf(holdout, false, 'thresholdout');
  return sort(new Set(rows.map(({ k }) => k)))
    .filter((k) => passes(k / n))
    .map((k) => ({ label: `k = ${count(k)}`, measurement: measurementAt({ rows, n, k }) }));
}

/** By how much an accuracy exceeds that on fresh data, without signal, with many variables. */
const excessWithMany = (holdout: Rows, set: HoldoutSet, name: string) =>
  withoutSignal(
    holdout,
    (share) => share >= 0.1,
    ({ rows, n, k }) =>
      overSeeds(
        excess(rows, k, set),
        `${name} − fresh accuracy`,
        `n = ${count(n)}: ${short(mean(accuracies(rows, k, set))!)} against ${short(mean(accuracies(rows, k, 'fresh'))!)}`,
      ),
  );

/** The accuracy of one set with the standard holdout, without signal, at k = 0.05 d: about all that are selected. */
function standardAt(holdout: Rows, set: HoldoutSet, others: readonly HoldoutSet[]) {
  const { rows, n } = runsOf(holdout, false, 'standard');
  const k = 0.05 * n;
  const told = others.map((name) => `${name}: ${short(mean(accuracies(rows, k, name))!)}`);
  return overSeeds(
    accuracies(rows, k, set),
    'accuracy',
    `n = d = ${count(n)}, k = ${count(k)}; ${told.join('; ')}`,
  );
}

/** By how much an accuracy could exceed that on fresh data, as the latter was found with so many variables. */
function aboveFresh(holdout: Rows, label: string) {
  const { rows } = runsOf(holdout, false, 'thresholdout');
  const { k } = caseOf(label, rows, (row) => `k = ${count(row.k)}`);
  return relativeTo(shares, mean(accuracies(rows, k, 'fresh')));
}

const toleranceOf = (n: number) => 4 / Math.sqrt(n);

export const holdoutClaims = [
  claim({
    id: 'holdout-overfits',
    statement:
      'A holdout that is asked during selection overfits: without any signal it reports an accuracy of some 63 %.',
    origin: 'companion',
    source: companion('Fig. 1A'),
    reported: 'more than 63 ± 0.4 % at k = 500, n = 10,000',
    reportedValue: 0.63,
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => within('', standardAt(holdout, 'holdout', ['train', 'fresh']), [0.63, 0.638]),
    criterion:
      'the reported accuracy at k = 0.05 d, with its whole interval over seeds, lies at or above the 0.63 of the companion, and not more than its ± 0.004 above the 0.634 that is derived here for any n',
    asks: isAtLeast(0.63),
    attainable: () => shares,
    pilot: true,
    chance: anySet,
  }),
  claim({
    id: 'selected-classifier-worthless',
    statement: 'On fresh data that classifier is right half of the time.',
    origin: 'companion',
    source: companion('Fig. 1A'),
    reported: '50 %',
    reportedValue: 0.5,
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => within('', standardAt(holdout, 'fresh', ['train', 'holdout']), [0.48, 0.52]),
    criterion:
      'the accuracy on fresh data at k = 0.05 d, with its whole interval over seeds, lies in [0.48, 0.52]',
    asks: isAtLeast(0.48),
    attainable: () => shares,
    pilot: true,
    chance: anySet,
  }),
  claim({
    id: 'thresholdout-honest',
    statement:
      'Thresholdout’s holdout stays valid: with many variables what it reports is, on average, close to fresh data.',
    origin: 'companion',
    source: companion('Fig. 1B'),
    reported: 'valid, off by at most T = 0.04',
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => excessWithMany(holdout, 'holdout', 'reported'),
    criterion: 'at every k ≥ 0.1 d, reported less fresh accuracy is at most 0.04 in the mean over seeds',
    asks: isAtMost(0.04),
    attainable: ({ holdout }, { label }) => aboveFresh(holdout, label),
    pilot: true,
    chance: anyMode,
  }),
  claim({
    id: 'training-overfits-beside-thresholdout',
    statement:
      'Meanwhile the training accuracy of the same classifiers overfits: it is the report that is protected.',
    origin: 'companion',
    source: companion('Fig. 1B'),
    reported: 'training accuracy far above fresh accuracy',
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => excessWithMany(holdout, 'train', 'training'),
    criterion: 'at every k ≥ 0.1 d, training less fresh accuracy is 0.2 or more in the mean over seeds',
    asks: isAtLeast(0.2),
    attainable: ({ holdout }, { label }) => aboveFresh(holdout, label),
    pilot: true,
    chance: anySet,
  }),
  claim({
    id: 'thresholdout-within-tolerance',
    statement:
      'What Thresholdout reports is off by no more than its tolerance T = 4 ÷ √n, in nearly all runs and with any number of variables.',
    origin: 'companion',
    source: companion('Fig. 1B'),
    reported: 'valid, off by at most T = 0.04 at n = 10,000',
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) =>
      withoutSignal(
        holdout,
        (share) => share > 0,
        ({ rows, n, k }) => {
          const off = excess(rows, k, 'holdout').map((value) =>
            value === null ? null : Math.abs(value) > toleranceOf(n),
          );
          return shareOf(
            off,
            'share of runs that are off by more than T',
            `${off.filter(Boolean).length} of ${off.length} runs, T = ${short(toleranceOf(n))}`,
          );
        },
      ),
    criterion:
      'at every k, at most one run in twenty reports an accuracy that differs from the fresh one by more than T, the whole interval',
    asks: isAtMost(0.05),
    pilot: true,
    chance: anyMode,
  }),
  claim({
    id: 'thresholdout-keeps-signal',
    statement:
      'Where twenty variables do depend on the label, the analyst still finds a good classifier, with either holdout: on fresh data its accuracy at k = 20 is Φ(6√20 ÷ √n).',
    origin: 'companion',
    source: companion('Fig. 2'),
    reported: 'finds a good classifier; the value is derived here',
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) =>
      holdoutModes.flatMap((mode) => {
        const { rows, n } = runsOf(holdout, true, mode);
        const values = accuracies(rows, 20, 'fresh');
        const expected = signalAccuracy(20, 6 / Math.sqrt(n));
        const measurement = overSeeds(
          values.map((value) => value - expected),
          'fresh accuracy − expected one',
          `n = ${count(n)}: ${short(mean(values) ?? NaN)} for ${short(expected)}`,
        );
        return within(mode, measurement, [-0.02, 0.02]);
      }),
    criterion:
      'with either holdout the fresh accuracy lies within 0.02 of the expected one in the mean over seeds, the whole interval',
    asks: isAtMost(0.02),
    attainable: ({ holdout }) =>
      relativeTo(shares, signalAccuracy(20, 6 / Math.sqrt(runsOf(holdout, true, 'standard').n))),
    pilot: true,
    chance: { table: 'holdout', column: 'k', within: ['n', 'signal', 'mode', 'seed'] },
  }),
  claim({
    id: 'thresholdout-mid-k-caveat',
    statement:
      'On average, what Thresholdout reports is off by less than its tolerance T = 4 ÷ √n, also with the few variables for which it may still repeat the training accuracy.',
    origin: 'ours',
    source: { grade: 'text', place: 'a check of ours, milder than what the companion says of T' },
    reported: 'nothing on averages',
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) =>
      withoutSignal(holdout, few, ({ rows, n, k }) =>
        overSeeds(
          excess(rows, k, 'holdout').map((value) => (value === null ? null : value / toleranceOf(n))),
          '(reported − fresh accuracy) ÷ T',
          `T = ${short(toleranceOf(n))}, n = ${count(n)}`,
        ),
      ),
    gates({ holdout }) {
      const { rows, n } = runsOf(holdout, false, 'standard');
      const off = sort(new Set(rows.map(({ k }) => k)))
        .filter((k) => few(k / n))
        .map((k) => mean(accuracies(rows, k, 'holdout'))! - mean(accuracies(rows, k, 'fresh'))!);
      return [
        atLeast(
          'what the standard holdout is off by at its worst there, ÷ T,',
          max(off)! / toleranceOf(n),
          1,
        ),
      ];
    },
    criterion:
      'at every k ≤ 0.03 d, reported less fresh accuracy lies below T in the mean over seeds, the whole interval; the standard holdout would not pass: at one of them it is off by T or more in the mean',
    asks: liesBelow(1),
    attainable({ holdout }, { label }) {
      const { least, greatest } = aboveFresh(holdout, label);
      const tolerance = toleranceOf(runsOf(holdout, false, 'thresholdout').n);
      return between(least / tolerance, greatest / tolerance);
    },
    pilot: true,
    chance: anyMode,
  }),
];
