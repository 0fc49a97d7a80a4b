import type { ColumnTable } from 'arquero';
import { signalAccuracy } from '../../src/lib/adaptive-queries/selection-bias.js';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { isAtLeast, isLessThan, liesBelow, type Predicate } from '../../src/lib/experiment/predicate.js';
import { meanInterval } from '../../src/lib/statistics/interval.js';
import {
  largest,
  listed,
  measured,
  meanOf,
  ofLargestSample,
  rowsWith,
  short,
  smallest,
  valuesOf,
  type Case,
} from './measuring.js';

const companion = 'companion, Science 2015';

/** The value lies between two bounds, whatever its interval. */
const between =
  (low: number, high: number): Predicate =>
  ({ value }) => {
    if (value === null) return 'inconclusive';
    return value >= low && value <= high ? 'reproduced' : 'not reproduced';
  };

/** Accuracies of one set, by seed, at k variables. */
function accuracies(rows: ColumnTable, k: number, set: string): number[] {
  return rowsWith(rows, { k, set }).orderby('seed').array('accuracy') as number[];
}

/** Differences of two sets' accuracies, seed by seed. */
function differences(rows: ColumnTable, k: number, a: string, b: string): number[] {
  const other = accuracies(rows, k, b);
  return accuracies(rows, k, a).map((value, i) => value - other[i]);
}

/** The same, for every k that passes, as cases. */
function differenceCases(
  rows: ColumnTable,
  a: string,
  b: string,
  passes: (k: number, d: number) => boolean,
): Case[] {
  const [d] = rows.array('d') as number[];
  return valuesOf(rows, 'k')
    .filter((k) => passes(k, d))
    .map((k) => {
      const values = differences(rows, k, a, b);
      return { label: `k = ${k}`, interval: meanInterval(values), seeds: values.length };
    });
}

/** At the largest sample of the run. */
function runsOf(holdout: ColumnTable, signal: boolean, mode: string): { rows: ColumnTable; n: number } {
  const rows = rowsWith(ofLargestSample(holdout), { signal, mode });
  return { rows, n: (rows.array('n') as number[])[0] };
}

/** The accuracy of one set with the standard holdout, without signal, at k = 0.05 d: about all that are selected. */
function standardAt(holdout: ColumnTable, set: string, others: readonly string[]) {
  const { rows, n } = runsOf(holdout, false, 'standard');
  const k = 0.05 * n;
  const told = others.map((name) => `${name}: ${short(meanInterval(accuracies(rows, k, name)).value)}`);
  const values = accuracies(rows, k, set);
  return measured(
    meanInterval(values),
    `accuracy, n = d = ${n.toLocaleString('en')}, k = ${k}`,
    values.length,
    told.join('; '),
  );
}

const large = (k: number, d: number) => k >= 0.1 * d;

export const holdoutClaims: readonly Claim[] = [
  {
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
  },
  {
    id: 'selected-classifier-worthless',
    statement: 'On fresh data that classifier is right half of the time.',
    kind: 'quantitative',
    reported: { value: '50 %', where: `${companion}, Fig. 1A` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure: ({ holdout }) => standardAt(holdout, 'fresh', ['train', 'holdout']),
    criterion: 'the mean accuracy on fresh data at k = 0.05 d lies in [0.48, 0.52]',
    judge: between(0.48, 0.52),
  },
  {
    id: 'thresholdout-honest',
    statement:
      'Thresholdout’s holdout stays valid: with many variables what it reports is close to fresh data.',
    kind: 'qualitative',
    reported: { value: 'valid, off by at most T = 0.04', where: `${companion}, Fig. 1B` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure({ holdout }) {
      const { rows, n } = runsOf(holdout, false, 'thresholdout');
      const cases = differenceCases(rows, 'holdout', 'fresh', large);
      const worst = largest(cases);
      return measured(
        worst.interval,
        `reported − fresh accuracy, n = ${n.toLocaleString('en')}, ${worst.label}`,
        worst.seeds,
        listed(cases),
      );
    },
    criterion: 'the mean difference is at most 0.05 at every k ≥ 0.1 d',
    judge: ({ value }) => (value === null ? 'inconclusive' : value <= 0.05 ? 'reproduced' : 'not reproduced'),
  },
  {
    id: 'training-overfits-beside-thresholdout',
    statement:
      'Meanwhile the training accuracy of the same classifiers overfits: it is the report that is protected.',
    kind: 'qualitative',
    reported: { value: 'train far above fresh', where: `${companion}, Fig. 1B` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure({ holdout }) {
      const { rows, n } = runsOf(holdout, false, 'thresholdout');
      const cases = differenceCases(rows, 'train', 'fresh', large);
      const worst = smallest(cases);
      return measured(
        worst.interval,
        `train − fresh accuracy, n = ${n.toLocaleString('en')}, ${worst.label}`,
        worst.seeds,
        listed(cases),
      );
    },
    criterion: 'the mean difference is 0.2 or more at every k ≥ 0.1 d',
    judge: isAtLeast(0.2),
  },
  {
    id: 'thresholdout-keeps-signal',
    statement:
      'Where twenty variables do depend on the label, the analyst still finds a good classifier, with either holdout: on fresh data its accuracy at k = 20 is Φ(6√20 ÷ √n).',
    kind: 'quantitative',
    reported: { value: 'finds a good classifier', where: `${companion}, Fig. 2 (the value is derived here)` },
    figure: 'reusable-holdout',
    tables: ['holdout'],
    measure({ holdout }) {
      const cases = ['standard', 'thresholdout'].map((mode) => {
        const { rows, n } = runsOf(holdout, true, mode);
        const interval = meanOf(rowsWith(rows, { k: 20, set: 'fresh' }), 'accuracy');
        const expected = signalAccuracy(20, 6 / Math.sqrt(n));
        return { mode, n, interval, expected, seeds: accuracies(rows, 20, 'fresh').length };
      });
      const off = Math.max(...cases.map(({ interval, expected }) => Math.abs(interval.value! - expected)));
      const told = cases.map(({ mode, interval }) => `${mode}: ${short(interval.value)}`).join('; ');
      const [{ n, expected, seeds }] = cases;
      return {
        value: off,
        low: null,
        high: null,
        unit: 'distance of the mean fresh accuracy from the expected one, the farther of the two',
        seeds,
        detail: `n = ${n.toLocaleString('en')}: expected ${short(expected)}; ${told}`,
      };
    },
    criterion: 'both means lie within 0.02',
    judge: isLessThan(0.02),
  },
  {
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
      const few = valuesOf(rows, 'k').filter((k) => k > 0 && k <= 0.03 * n);
      const beyond = few.map((k) => {
        const values = differences(rows, k, 'holdout', 'fresh');
        return `k = ${k}: ${Math.round((100 * values.filter((v) => v > threshold).length) / values.length)} %`;
      });
      const worst = largest(differenceCases(rows, 'holdout', 'fresh', (k) => few.includes(k)));
      const scaled = (value: number | null) => (value === null ? null : value / threshold);
      const { value, low, high } = worst.interval;
      return {
        value: scaled(value),
        low: scaled(low),
        high: scaled(high),
        unit: `(reported − fresh accuracy) ÷ T, n = ${n.toLocaleString('en')}, ${worst.label}`,
        seeds: worst.seeds,
        detail: `mean difference ${short(value)}, T = ${short(threshold)}; runs that are off by more than T: ${beyond.join(', ')}`,
      };
    },
    criterion: 'the mean difference lies below T, with its whole interval, at every k ≤ 0.03 d',
    judge: liesBelow(1),
  },
];
