import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/adaptive-data-analysis/claims.js';
import {
  type HoldoutMode,
  holdoutModes,
  type HoldoutSet,
  holdoutSets,
} from '../../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { judged } from '../judged.js';

const seeds = [0, 1, 2, 3, 4, 5];
/** A little spread, the same for every table: mean 0 over the seeds. */
const spread = (seed: number) => 0.001 * (seed - 2.5);

type Accuracy = (set: HoldoutSet, k: number, mode: HoldoutMode) => number;

/** A holdout table of n = 100 and n = 1000; the accuracies are those of the larger. */
function holdoutTable(accuracy: Accuracy, signal = false) {
  return [100, 1000].flatMap((n) =>
    holdoutModes.flatMap((mode) =>
      [0.01, 0.02, 0.05, 0.1, 0.15].flatMap((share) =>
        holdoutSets.flatMap((set) =>
          seeds.map((seed) => ({
            ...{ n, d: n, seed, signal, mode, k: Math.round(share * n), set },
            accuracy:
              n === 100 ? 0.9 : accuracy(set, Math.round(share * n), mode) + spread(seed) * set.length,
          })),
        ),
      ),
    ),
  );
}

describe('the claims on the holdout', () => {
  const of = (id: string, accuracy: Accuracy, signal?: boolean) =>
    judged(claims, id, { holdout: holdoutTable(accuracy, signal) });
  const verdict = (id: string, accuracy: Accuracy, signal?: boolean) => of(id, accuracy, signal).verdict;

  it('read the largest sample, and the standard mode at k = 0.05 d', () => {
    const overfit =
      (to: number): Accuracy =>
      (set, k, mode) =>
        set === 'holdout' ? (k === 50 && mode === 'standard' ? to : 0.8) : 0.5;
    // The interval of the made-up spread reaches 0.014 to either side for the holdout.
    expect(of('holdout-overfits', overfit(0.634))).toMatchObject({
      verdict: 'inconclusive',
      measurement: { repetitions: 6 },
    });
    expect(verdict('holdout-overfits', overfit(0.6))).toBe('not reproduced');
    expect(of('holdout-overfits', overfit(0.67))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'not above' },
    });
    const exactly = { holdout: holdoutTable(overfit(0.634)).map((row) => ({ ...row, accuracy: 0.634 })) };
    expect(judged(claims, 'holdout-overfits', exactly).verdict).toBe('reproduced');
    expect(verdict('selected-classifier-worthless', overfit(0.634))).toBe('reproduced');
    expect(verdict('selected-classifier-worthless', () => 0.54)).toBe('not reproduced');
    expect(verdict('selected-classifier-worthless', () => 0.46)).toBe('not reproduced');
  });

  it('of Thresholdout stand or fall with the worst of many variables', () => {
    const honest: Accuracy = (set) => (set === 'train' ? 0.75 : 0.5);
    expect(of('thresholdout-honest', honest)).toMatchObject({
      verdict: 'reproduced',
      conditions: [{ label: 'k = 100' }, { label: 'k = 150' }],
    });
    expect(verdict('training-overfits-beside-thresholdout', honest)).toBe('reproduced');
    const once =
      (at: number): Accuracy =>
      (set, k) =>
        set === 'holdout' && k === at ? 0.55 : honest(set, k, 'thresholdout');
    expect(of('thresholdout-honest', once(150))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'k = 150' },
    });
    expect(verdict('thresholdout-honest', once(50))).toBe('reproduced');
    expect(
      verdict('training-overfits-beside-thresholdout', (set, k) => (set === 'train' ? k / 200 : 0.5)),
    ).toBe('not reproduced');
  });

  it('do not leave out a run whose fresh accuracy is missing', () => {
    const all = holdoutTable((set) => (set === 'train' ? 0.75 : 0.5));
    const holdout = all.filter(({ seed, set }) => seed > 0 || set !== 'fresh');
    expect(judged(claims, 'thresholdout-honest', { holdout }).verdict).toBe('inconclusive');
  });

  it('compare few variables with the tolerance of their sample, on average, where the standard holdout fails', () => {
    const off =
      (by: number, standard: number): Accuracy =>
      (set, k, mode) => {
        if (set !== 'holdout' || k !== 10) return 0.5;
        return 0.5 + (mode === 'standard' ? standard : by);
      };
    const id = 'thresholdout-mid-k-caveat';
    const within = of(id, off(0.1, 0.15));
    expect(within).toMatchObject({ verdict: 'reproduced', binding: { label: 'k = 10' } });
    expect(within.measurement.value).toBeCloseTo(0.1 / (4 / Math.sqrt(1000)), 6);
    expect(verdict(id, off(0.2, 0.15))).toBe('not reproduced');
    expect(of(id, off(0.1, 0.1))).toMatchObject({ verdict: 'inconclusive', gates: [{ open: false }] });
  });

  it('and run by run, at every number of variables, upwards and downwards', () => {
    const runs = (beyond: number, by: number) => {
      const many = Array.from({ length: 100 }, (_, seed) => seed);
      return judged(claims, 'thresholdout-within-tolerance', {
        holdout: many.flatMap((seed) =>
          (['holdout', 'fresh'] as const).map((set) => ({
            ...{ n: 10_000, seed, signal: false, mode: 'thresholdout' as const, k: 10, set },
            accuracy: set === 'holdout' && seed < beyond ? 0.5 + by : 0.5,
          })),
        ),
      });
    };
    expect(runs(100, 0.039).verdict).toBe('reproduced');
    expect(runs(0, 0.05).verdict).toBe('reproduced');
    expect(runs(5, 0.05).verdict).toBe('inconclusive');
    expect(runs(20, 0.05)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 0.2 } });
    expect(runs(20, -0.05).verdict).toBe('not reproduced');
  });

  it('want the signal found in both modes', () => {
    const found =
      (other: number): Accuracy =>
      (_, __, mode) =>
        mode === 'standard' ? 0.802 : other;
    expect(verdict('thresholdout-keeps-signal', found(0.805), true)).toBe('reproduced');
    expect(verdict('thresholdout-keeps-signal', found(0.74), true)).toBe('not reproduced');
    expect(verdict('thresholdout-keeps-signal', found(0.86), true)).toBe('not reproduced');
  });
});

describe('the claims on queries', () => {
  const adaptive = (final: (m: number) => number, noisy: number) =>
    [100, 2000, 4000].flatMap((m) =>
      [0, 0.06].flatMap((sigma) =>
        seeds.map((seed) => ({
          ...{ n: 2000, m, sigma, seed },
          mechanism: sigma === 0 ? ('empirical' as const) : ('gaussian' as const),
          final_error: final(m) + spread(seed),
          max_error: sigma === 0 ? 0.8 : noisy + spread(seed),
        })),
      ),
    );
  // e(m, 2000, 0), from the recipe's NumPy.
  const expected: Record<number, number> = { 100: 0.142, 2000: 0.575, 4000: 0.741 };
  const onAdaptive = (id: string, final: (m: number) => number, noisy = 0.3) =>
    judged(claims, id, { adaptive_error: adaptive(final, noisy) });

  it('compare the blow-up with the closed form at every m, from above and below', () => {
    const of = (off: number) =>
      onAdaptive('empirical-closed-form', (m) => expected[m] + (m === 100 ? off : 0));
    expect(of(0)).toMatchObject({ verdict: 'reproduced', conditions: { length: 6 } });
    expect(of(0.04)).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'n = 2,000, m = 100, not above' },
    });
    expect(of(-0.04)).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'n = 2,000, m = 100, not below' },
    });
  });

  it('ask for an error of more than one half at m = n alone', () => {
    const of = (atN: number) =>
      onAdaptive('empirical-linear-blowup', (m) => (m === 2000 ? atN : 0.1)).verdict;
    expect(of(0.52)).toBe('reproduced');
    expect(of(0.48)).toBe('not reproduced');
  });

  it('ask noise to halve the largest error', () => {
    const of = (noisy: number) => onAdaptive('noise-reduces-adaptive-error', (m) => expected[m], noisy);
    expect(of(0.3)).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 6 } });
    expect(of(0.3).measurement.value).toBeCloseTo(0.3 / 0.8, 9);
    expect(of(0.4).verdict).toBe('inconclusive');
    expect(of(0.5).verdict).toBe('not reproduced');
  });

  type Error = (m: number, mechanism: string) => number;
  const coordinated = (id: string, error: Error) =>
    judged(claims, id, {
      coordinated_error: [10, 1000, 5000, 20_000, 100_000].flatMap((m) =>
        (['empirical', 'pmw'] as const).flatMap((mechanism) =>
          seeds.map((seed) => ({
            ...{ n: 500, m, mechanism, seed },
            max_error: error(m, mechanism) + spread((seed * m) % 6),
          })),
        ),
      ),
    });
  const good: Error = (m, mechanism) =>
    mechanism === 'pmw' ? (m > 5000 ? 0.4 : 0.2) : m >= 1000 ? 0.6 : 0.1;

  it('bound coordinated answers up to m = 5000, and ask exact ones to fail', () => {
    expect(coordinated('pmw-ten-times-n', good)).toMatchObject({
      verdict: 'reproduced',
      conditions: { length: 3 },
    });
    expect(coordinated('pmw-ten-times-n', (m) => (m === 5000 ? 0.25 : 0.1))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'm = 5,000' },
    });
    expect(coordinated('empirical-fails-where-pmw-holds', good).verdict).toBe('reproduced');
    expect(coordinated('empirical-fails-where-pmw-holds', (m) => (m === 1000 ? 0.4 : 0.6)).verdict).toBe(
      'not reproduced',
    );
  });

  it('ask how the error of coordinated answers grows with log m', () => {
    const logarithmic: Error = (m) => 0.1 * Math.log10(m);
    expect(coordinated('pmw-rate', logarithmic).verdict).toBe('reproduced');
    expect(coordinated('pmw-rate', (m) => Math.log10(m) ** 2 / 25)).toMatchObject({
      verdict: 'not reproduced',
    });
    // Where the longest attacks were not run there is nothing to compare.
    const rows = seeds.flatMap((seed) =>
      [10, 1000].map((m) => ({ n: 500, m, mechanism: 'pmw' as const, seed, max_error: 0.1 })),
    );
    expect(judged(claims, 'pmw-rate', { coordinated_error: rows }).verdict).toBe('inconclusive');
  });
});
