import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import {
  type HoldoutMode,
  holdoutModes,
  holdoutTrial,
  type HoldoutTrialOptions,
} from '../../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { noiseShareSelected } from '../../../src/papers/adaptive-data-analysis/selection-bias.js';
import { gaussianNoise } from '../../../src/papers/adaptive-data-analysis/thresholdout.js';

const counts = [0, 5, 20, 60];

function options(n: number, shifted: number, seed: number): HoldoutTrialOptions {
  const unit = 1 / Math.sqrt(n);
  return {
    ...{ points: n, variables: n, shifted, shift: 6 * unit, cut: unit, threshold: 4 * unit },
    noise: (source) => gaussianNoise(unit, source),
    ...{ counts, seed, stream: ['test'] },
  };
}

/** The experiment as its authors describe it, with labels and all columns. */
function plainly(n: number, shifted: number, seed: number): Record<HoldoutMode, number[][]> {
  const { normal, uniform } = random(seed, 'plain');
  const unit = 1 / Math.sqrt(n);
  const [train, holdout, fresh] = [0, 1, 2].map(() => {
    const y = Array.from({ length: n }, () => (uniform() < 0.5 ? -1 : 1));
    const x = y.map((label) =>
      Array.from({ length: n }, (_, j) => normal() + (j < shifted ? 6 * unit * label : 0)),
    );
    const correlation = (j: number) => y.reduce((sum, label, i) => sum + x[i][j] * label, 0) / n;
    return { y, x, correlations: Array.from({ length: n }, (_, j) => correlation(j)) };
  });
  const told = (mode: HoldoutMode, seen: number, held: number) => {
    if (mode === 'standard') return held;
    return Math.abs(seen - held) > 4 * unit + unit * normal() ? held + unit * normal() : seen;
  };
  const outcome = (mode: HoldoutMode) => {
    const weights = train.correlations.map((seen, j) => {
      const held = told(mode, seen, holdout.correlations[j]);
      return (seen > unit && held > unit) || (seen < -unit && held < -unit) ? seen : 0;
    });
    const order = weights.map((_, j) => j).sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a]));
    return counts.map((k) => {
      if (k === 0) return [0.5, 0.5, 0.5];
      const accuracy = ({ x, y }: typeof train) => {
        const right = y.filter((label, i) => {
          const score = order.slice(0, k).reduce((sum, j) => sum + Math.sign(weights[j]) * x[i][j], 0);
          return Math.sign(score) === label;
        });
        return right.length / n;
      };
      const seen = accuracy(train);
      return [seen, told(mode, seen, accuracy(holdout)), accuracy(fresh)];
    });
  };
  return { standard: outcome('standard'), thresholdout: outcome('thresholdout') };
}

it.each([0, 10])('has the law of the plain experiment, with %d shifted variables', (shifted) => {
  const runs = 80;
  const n = 100;
  const plain = Array.from({ length: runs }, (_, seed) => plainly(n, shifted, seed));
  const ours = Array.from({ length: runs }, (_, seed) => holdoutTrial(options(n, shifted, seed)));
  const compare = (a: number[], b: number[], what: string) => {
    const moments = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / runs;
      return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1)];
    };
    const [[p, u], [q, v]] = [moments(a), moments(b)];
    // 48 comparisons: four standard errors let one of 300 such tests fail by chance, and the seeds are fixed.
    expect(Math.abs(p - q), what).toBeLessThanOrEqual(4 * Math.sqrt((u + v) / runs));
  };
  holdoutModes.forEach((mode, at) =>
    counts.forEach((k, i) =>
      (['train', 'holdout', 'fresh'] as const).forEach((set, s) =>
        compare(
          plain.map((run) => run[mode][i][s]),
          ours.map((run) => run[at].accuracies[i][set]),
          `${mode}, k = ${k}, ${set}`,
        ),
      ),
    ),
  );
});

it('selects, without signal, the shares that it should', () => {
  const trials = Array.from({ length: 20 }, (_, seed) =>
    holdoutTrial({ ...options(1000, 0, seed), counts: [1] }),
  );
  const mean = (at: number) => trials.reduce((sum, trial) => sum + trial[at].selected, 0) / 20;
  // Binomial: 50.3 with a standard error of 1.5; NumPy's 303.75 of Thresholdout has one of 3.3, and so has ours.
  expect(Math.abs(mean(0) - 1000 * noiseShareSelected)).toBeLessThan(4 * 1.55);
  expect(Math.abs(mean(1) - 303.75)).toBeLessThan(4 * Math.hypot(3.3, 3.3));
  for (const [standard] of trials) expect(standard).toMatchObject({ selectedShifted: 0, spent: 0 });
});

it('does not change beyond the number of variables that are selected', () => {
  const [standard] = holdoutTrial({ ...options(200, 0, 1), counts: [100, 150, 200] });
  expect(standard.selected).toBeLessThan(100);
  const [first, ...others] = standard.accuracies;
  for (const other of others) expect(other).toEqual({ ...first, k: other.k });
});

it('finds the shifted variables', () => {
  for (const outcome of holdoutTrial(options(1000, 20, 1))) expect(outcome.selectedShifted).toBe(20);
});

it('gives the same for the same seed', () => {
  expect(holdoutTrial(options(100, 5, 3))).toEqual(holdoutTrial(options(100, 5, 3)));
  expect(holdoutTrial(options(100, 5, 3))).not.toEqual(holdoutTrial(options(100, 5, 4)));
});
