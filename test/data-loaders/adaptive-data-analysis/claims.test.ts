import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/adaptive-data-analysis/claims.js';
import {
  type HoldoutMode,
  holdoutModes,
  type HoldoutSet,
  holdoutSets,
} from '../../../src/papers/adaptive-data-analysis/holdout-trial.js';
import { judged } from '../judged.js';

const seeds = [0, 1, 2, 3];
/** A little spread, the same for every table: mean 0 over the seeds. */
const spread = (seed: number) => 0.001 * (seed - 1.5);

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
  const verdict = (id: string, accuracy: Accuracy, signal?: boolean) =>
    judged(claims, id, { holdout: holdoutTable(accuracy, signal) }).verdict;

  it('read the largest sample, and the standard mode at k = 0.05 d', () => {
    const overfit: Accuracy = (set, k, mode) =>
      set === 'holdout' ? (k === 50 && mode === 'standard' ? 0.634 : 0.8) : 0.5;
    expect(verdict('holdout-overfits', overfit)).toBe('reproduced');
    expect(verdict('selected-classifier-worthless', overfit)).toBe('reproduced');
    expect(verdict('holdout-overfits', () => 0.5)).toBe('not reproduced');
    expect(verdict('holdout-overfits', () => 0.67)).toBe('not reproduced');
    expect(verdict('selected-classifier-worthless', () => 0.53)).toBe('not reproduced');
  });

  it('of Thresholdout stand or fall with the worst of many variables', () => {
    const honest: Accuracy = (set) => (set === 'train' ? 0.75 : 0.5);
    expect(verdict('thresholdout-honest', honest)).toBe('reproduced');
    expect(verdict('training-overfits-beside-thresholdout', honest)).toBe('reproduced');
    const once =
      (at: number): Accuracy =>
      (set, k) =>
        set === 'holdout' && k === at ? 0.6 : honest(set, k, 'thresholdout');
    expect(verdict('thresholdout-honest', once(150))).toBe('not reproduced');
    expect(verdict('thresholdout-honest', once(50))).toBe('reproduced');
    expect(
      verdict('training-overfits-beside-thresholdout', (set, k) => (set === 'train' ? k / 200 : 0.5)),
    ).toBe('not reproduced');
  });

  it('compare few variables with the tolerance of their sample', () => {
    const off =
      (by: number): Accuracy =>
      (set, k) =>
        set === 'holdout' && k === 10 ? 0.5 + by : 0.5;
    const of = (by: number) =>
      judged(claims, 'thresholdout-mid-k-caveat', { holdout: holdoutTable(off(by)) });
    expect(of(0.1)).toMatchObject({ verdict: 'reproduced', measurement: { seeds: 4 } });
    expect(of(0.1).measurement.value).toBeCloseTo(0.1 / (4 / Math.sqrt(1000)), 6);
    expect(of(0.1).measurement.detail).toContain(
      'k = 10: mean difference 0.100, more than T in 0 % of runs; k = 20: mean difference 0.000',
    );
    expect(of(0.2).verdict).toBe('not reproduced');
    expect(of(0.2).measurement.detail).toContain(
      'k = 10: mean difference 0.200, more than T in 100 % of runs',
    );
  });

  it('want the signal found in both modes', () => {
    const found =
      (other: number): Accuracy =>
      (_, __, mode) =>
        mode === 'standard' ? 0.802 : other;
    expect(verdict('thresholdout-keeps-signal', found(0.81), true)).toBe('reproduced');
    expect(verdict('thresholdout-keeps-signal', found(0.77), true)).toBe('not reproduced');
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
          max_error: sigma === 0 ? 0.8 : noisy,
        })),
      ),
    );
  // e(m, 2000, 0), from the recipe's NumPy.
  const expected: Record<number, number> = { 100: 0.142, 2000: 0.575, 4000: 0.741 };

  it('compare the blow-up with the closed form at every m', () => {
    const of = (final: (m: number) => number) =>
      judged(claims, 'empirical-linear-blowup', { adaptive_error: adaptive(final, 0.3) });
    expect(of((m) => expected[m]).verdict).toBe('reproduced');
    const off = of((m) => expected[m] + (m === 100 ? 0.04 : 0));
    expect(off.verdict).toBe('not reproduced');
    expect(off.measurement.value).toBeCloseTo(0.04, 2);
    expect(off.measurement.unit).toContain('m = 100');
  });

  it('ask noise to halve the largest error', () => {
    const of = (noisy: number) =>
      judged(claims, 'noise-reduces-adaptive-error', { adaptive_error: adaptive((m) => expected[m], noisy) });
    expect(of(0.3)).toMatchObject({ verdict: 'reproduced', measurement: { seeds: 4 } });
    expect(of(0.3).measurement.value).toBeCloseTo(0.3 / 0.8, 9);
    expect(of(0.5).verdict).toBe('not reproduced');
  });

  const coordinated = (error: (m: number, mechanism: string) => number) =>
    [10, 1000, 5000, 20_000].flatMap((m) =>
      (['empirical', 'pmw'] as const).flatMap((mechanism) =>
        seeds.map((seed) => ({ n: 500, m, mechanism, seed, max_error: error(m, mechanism) + spread(seed) })),
      ),
    );

  it('bound coordinated answers up to m = 5000, and ask exact ones to fail', () => {
    const verdict = (id: string, error: (m: number, mechanism: string) => number) =>
      judged(claims, id, { coordinated_error: coordinated(error) }).verdict;
    const good = (m: number, mechanism: string) =>
      mechanism === 'pmw' ? (m > 5000 ? 0.4 : 0.2) : m >= 1000 ? 0.6 : 0.1;
    expect(verdict('pmw-exponential', good)).toBe('reproduced');
    expect(verdict('empirical-fails-where-pmw-holds', good)).toBe('reproduced');
    expect(verdict('pmw-exponential', () => 0.25)).toBe('not reproduced');
    expect(verdict('empirical-fails-where-pmw-holds', (m) => (m === 1000 ? 0.4 : 0.6))).toBe(
      'not reproduced',
    );
  });
});
