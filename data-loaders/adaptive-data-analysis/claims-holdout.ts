import { max, mean, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { type Case, exactly, overSeeds, worst } from '../../src/lib/experiment/measurement.js';
import {
  isAtLeast,
  isAtMost,
  isLessThan,
  liesBelow,
  type Predicate,
} from '../../src/lib/experiment/predicate.js';
import { pairedBy } from '../../src/lib/statistics/paired.js';
import { count, decimals, percent } from '../../src/lib/text/number.js';
import {
  type HoldoutMode,
  holdoutModes,
  type HoldoutSet,
} from '../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { signalAccuracy } from '../../src/papers/adaptive-data-analysis/selection-bias.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';

type Rows = RowsOf<typeof tables>['holdout'];

const claim = claimsOn(tables);

const companion = 'companion, Science 2015';

const short = (value: number) => decimals(value, 3);

/** The value lies between two bounds, whatever its interval. */
const between =
  (low: number, high: number): Predicate =>
  ({ value }) => {
    if (value === null) return 'inconclusive';
    return value >= low && value <= high ? 'reproduced' : 'not reproduced';
  };

/** The runs of a mode at the largest sample, at which claims are judged. */
function runsOf(holdout: Rows, signal: boolean, mode: HoldoutMode) {
  const n = max(holdout, (row) => row.n)!;
  return { n, rows: holdout.filter((row) => row.n === n && row.signal === signal && row.mode === mode) };
}

/** Accuracies of one set at k variables, run by run. */
function accuracies(rows: Rows, k: number, set: HoldoutSet): number[] {
  return rows.filter((row) => row.k === k && row.set === set).map(({ accuracy }) => accuracy);
}

/** By how much the accuracy of the set `a` exceeds that of `b` at k variables, run by run. */
function differences(rows: Rows, k: number, a: HoldoutSet, b: HoldoutSet): number[] {
  const on = (set: HoldoutSet) => rows.filter((row) => row.k === k && row.set === set);
  return pairedBy(on(a), on(b), ({ seed }) => seed).map(([ours, other]) => ours.accuracy - other.accuracy);
}

/** A case for each number of variables that passes. */
function casesOf(
  rows: Rows,
  passes: (k: number) => boolean,
  measurementAt: (k: number) => Case['measurement'],
): Case[] {
  return sort(new Set(rows.map(({ k }) => k)))
    .filter(passes)
    .map((k) => ({ label: `k = ${k}`, measurement: measurementAt(k) }));
}

/** By how much accuracies of Thresholdout exceed those on fresh data, without signal, with many variables. */
function excessWithMany(holdout: Rows, set: HoldoutSet, name: string): Case[] {
  const { rows, n } = runsOf(holdout, false, 'thresholdout');
  return casesOf(
    rows,
    (k) => k >= 0.1 * n,
    (k) => {
      const values = differences(rows, k, set, 'fresh');
      return overSeeds(values, `${name} − fresh accuracy, n = ${count(n)}, k = ${k}`, short(mean(values)!));
    },
  );
}

/** The accuracy of one set with the standard holdout, without signal, at k = 0.05 d: about all that are selected. */
function standardAt(holdout: Rows, set: HoldoutSet, others: readonly HoldoutSet[]) {
  const { rows, n } = runsOf(holdout, false, 'standard');
  const k = 0.05 * n;
  const told = others.map((name) => `${name}: ${short(mean(accuracies(rows, k, name))!)}`);
  const unit = `accuracy, n = d = ${count(n)}, k = ${k}`;
  return overSeeds(accuracies(rows, k, set), unit, told.join('; '));
}

export const holdoutClaims = [
  claim({
    id: 'holdout-overfits',
    statement:
      'A holdout that is asked during selection overfits: without any signal it reports an accuracy of some 63 %.',
    kind: 'quantitative',
    reported: { value: '> 63 ± 0.4 % at k = 500, n = 10,000', where: `${companion}, Fig. 1A` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => standardAt(holdout, 'holdout', ['train', 'fresh']),
    criterion:
      'the mean reported accuracy at k = 0.05 d lies in [0.61, 0.66]; derived here, for any n: 0.634',
    judge: between(0.61, 0.66),
  }),
  claim({
    id: 'selected-classifier-worthless',
    statement: 'On fresh data that classifier is right half of the time.',
    kind: 'quantitative',
    reported: { value: '50 %', where: `${companion}, Fig. 1A` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => standardAt(holdout, 'fresh', ['train', 'holdout']),
    criterion: 'the mean accuracy on fresh data at k = 0.05 d lies in [0.48, 0.52]',
    judge: between(0.48, 0.52),
  }),
  claim({
    id: 'thresholdout-honest',
    statement:
      'Thresholdout’s holdout stays valid: with many variables what it reports is close to fresh data.',
    kind: 'qualitative',
    reported: { value: 'valid, off by at most T = 0.04', where: `${companion}, Fig. 1B` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => worst(excessWithMany(holdout, 'holdout', 'reported'), 'largest'),
    criterion: 'the mean difference is at most 0.05 at every k ≥ 0.1 d',
    judge: isAtMost(0.05),
  }),
  claim({
    id: 'training-overfits-beside-thresholdout',
    statement:
      'Meanwhile the training accuracy of the same classifiers overfits: it is the report that is protected.',
    kind: 'qualitative',
    reported: { value: 'train far above fresh', where: `${companion}, Fig. 1B` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => worst(excessWithMany(holdout, 'train', 'train'), 'smallest'),
    criterion: 'the mean difference is 0.2 or more at every k ≥ 0.1 d',
    judge: isAtLeast(0.2),
  }),
  claim({
    id: 'thresholdout-keeps-signal',
    statement:
      'Where twenty variables do depend on the label, the analyst still finds a good classifier, with either holdout: on fresh data its accuracy at k = 20 is Φ(6√20 ÷ √n).',
    kind: 'quantitative',
    reported: { value: 'finds a good classifier', where: `${companion}, Fig. 2 (the value is derived here)` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure({ holdout }) {
      const cases = holdoutModes.map((mode): Case => {
        const { rows, n } = runsOf(holdout, true, mode);
        const values = accuracies(rows, 20, 'fresh');
        const found = mean(values) ?? NaN;
        const expected = signalAccuracy(20, 6 / Math.sqrt(n));
        const unit = `distance of the mean fresh accuracy from the expected one, n = ${count(n)}, ${mode}`;
        const detail = `${short(found)} for ${short(expected)}`;
        return {
          label: mode,
          measurement: exactly(Math.abs(found - expected), unit, detail, values.length),
        };
      });
      return worst(cases, 'largest');
    },
    criterion: 'both means lie within 0.02',
    judge: isLessThan(0.02),
  }),
  claim({
    id: 'thresholdout-mid-k-caveat',
    statement:
      'What Thresholdout reports is, on average, off by no more than its tolerance T = 4 ÷ √n, also with the few variables for which it may still repeat the training accuracy.',
    kind: 'quantitative',
    reported: { value: 'off by at most T = 0.04 at n = 10,000', where: `${companion}, Fig. 1B` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure({ holdout }) {
      const { rows, n } = runsOf(holdout, false, 'thresholdout');
      const threshold = 4 / Math.sqrt(n);
      const cases = casesOf(
        rows,
        (k) => k > 0 && k <= 0.03 * n,
        (k) => {
          const values = differences(rows, k, 'holdout', 'fresh');
          const beyond = values.filter((value) => value > threshold).length / values.length;
          return overSeeds(
            values.map((value) => value / threshold),
            `(reported − fresh accuracy) ÷ T, T = ${short(threshold)}, n = ${count(n)}, k = ${k}`,
            `mean difference ${short(mean(values)!)}, more than T in ${percent(beyond)} of runs`,
          );
        },
      );
      return worst(cases, 'largest');
    },
    criterion: 'the mean difference lies below T, with its whole interval, at every k ≤ 0.03 d',
    judge: liesBelow(1),
  }),
];
