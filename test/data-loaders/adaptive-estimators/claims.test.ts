import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/adaptive-estimators/claims.js';
import type { RunRow } from '../../../data-loaders/adaptive-estimators/measures.js';
import { estimators, layerMaps } from '../../../src/papers/adaptive-estimators/tables.js';
import { judged } from '../judged.js';

/** Networks whose layers all drop by the same, with a gap and a life. */
function runs(
  activation: RunRow['activation'],
  l2: number,
  drops: number[],
  change: Partial<RunRow> = {},
): Partial<RunRow>[] {
  return drops.flatMap((drop, seed) =>
    [1, 2, 3, 4, 5].map((layer) => ({
      ...{ activation, l2, split: 'random', seed, layer, drop, rel_drop: drop / 10 },
      ...{ acc_train: 0.99, acc_test: 0.95, alive: true, ...change },
    })),
  );
}

const base = [
  ...runs('tanh', 0, [2, 3, 2.5, 3.5]),
  ...runs('relu', 0, [0.1, 0.6, 2.9, 0.7]),
  ...runs('softplus', 0, [0.5, 0.1, 0.3, 0.2]),
  ...runs('swish', 0, [0.6, 0.4, 0.3, 0.8]),
];

describe('claims on compression', () => {
  it('count the runs that lose half a bit, of the activation with fewer', () => {
    expect(judged(claims, 'compression-without-saturation', { runs: base })).toMatchObject({
      measurement: { value: 0.5, seeds: 4 },
      verdict: 'reproduced',
    });
    const fewer = base.map((row) => (row.activation === 'swish' ? { ...row, drop: 0.49 } : row));
    expect(judged(claims, 'compression-without-saturation', { runs: fewer }).verdict).toBe('not reproduced');
  });

  it('compare tanh with softplus', () => {
    const { measurement, verdict } = judged(claims, 'amount-depends-on-activation', { runs: base });
    expect(measurement.value).toBeCloseTo(2.75 - 0.275, 12);
    expect(verdict).toBe('reproduced');
    const alike = base.map((row) => (row.activation === 'tanh' ? { ...row, drop: 0.5 } : row));
    expect(judged(claims, 'amount-depends-on-activation', { runs: alike }).verdict).toBe('not reproduced');
  });

  it('ask for both a spread and a range', () => {
    expect(judged(claims, 'initialisation-varies', { runs: base })).toMatchObject({
      measurement: { value: 0 },
      verdict: 'reproduced',
    });
    const narrow = runs('relu', 0, [0.1, 0.6, 0.9, 0.7]);
    expect(judged(claims, 'initialisation-varies', { runs: narrow })).toMatchObject({
      measurement: { value: 1 },
      verdict: 'not reproduced',
    });
  });

  it('take the activation that L2 helps less', () => {
    const more = [...base, ...runs('tanh', 0.015, [4, 4, 4, 4]), ...runs('relu', 0.015, [2, 2, 2, 2])];
    const { measurement, verdict } = judged(claims, 'l2-increases-compression', { runs: more });
    expect(measurement.value).toBeCloseTo(2 - 1.075, 12);
    expect(verdict).toBe('reproduced');
    const less = [...base, ...runs('tanh', 0.015, [4, 4, 4, 4]), ...runs('relu', 0.015, [1, 1, 1, 1])];
    expect(judged(claims, 'l2-increases-compression', { runs: less }).verdict).toBe('not reproduced');
  });

  it('never mix the code’s own split with the random one', () => {
    const other = runs('swish', 0, [0, 0, 0, 0, 0, 0], { split: 'counting' });
    expect(
      judged(claims, 'compression-without-saturation', { runs: [...base, ...other] }).measurement.value,
    ).toBe(0.5);
  });
});

describe('claims on generalisation', () => {
  it('compare gaps of the runs that are alive', () => {
    const table = (gap: number) => [
      ...base,
      ...runs('tanh', 0.015, [1]),
      ...runs('relu', 0.015, [1, 1], { acc_test: 0.99 - gap }),
      ...runs('relu', 0.015, [1], { acc_test: 0, alive: false }),
    ];
    const { measurement, verdict } = judged(claims, 'l2-prevents-overfitting', { runs: table(0.01) });
    expect(measurement.value).toBeCloseTo(-0.03, 12);
    expect(verdict).toBe('reproduced');
    expect(judged(claims, 'l2-prevents-overfitting', { runs: table(0.05) }).verdict).toBe('not reproduced');
  });

  /** Networks of which some layers' drop follows the accuracy. */
  const correlated = (layers: number[], count: number): Partial<RunRow>[] =>
    Array.from({ length: count }, (_, seed) =>
      [1, 2, 3, 4, 5].map((layer) => ({
        ...{
          activation: 'tanh' as const,
          l2: 0,
          split: 'random' as const,
          seed,
          layer,
          rel_drop: null,
          acc_train: 1,
          alive: true,
        },
        acc_test: 0.9 + seed / 1000,
        drop: layers.includes(layer) ? seed + Math.sin(3 * seed) : Math.abs(seed - (count - 1) / 2),
      })),
    ).flat();

  it('ask for a correlation in the last layer and in no other', () => {
    const verdict = (layers: number[], count = 32) =>
      judged(claims, 'last-layer-only-correlates', { initialisations: correlated(layers, count) }).verdict;
    expect(verdict([5])).toBe('reproduced');
    expect(verdict([1, 5])).toBe('reproduced');
    expect(verdict([4, 5])).toBe('not reproduced');
    expect(verdict([])).toBe('not reproduced');
    expect(verdict([5], 29)).toBe('inconclusive');
  });
});

describe('claims on rulers', () => {
  const reading = (fixed: number, adaptive: number) =>
    [0, 300].flatMap((epoch) =>
      [0, 1].flatMap((seed) =>
        estimators.map((estimator) => ({
          ...({ activation: 'relu', l2: 0, split: 'random' } as const),
          ...{ seed, layer: 5, epoch, estimator, max_abs: 1 },
          i_xt: 5 + (epoch === 0 ? 0 : estimator === 'fixed-kde' ? fixed : adaptive),
        })),
      ),
    );

  it('see a fixed estimate that rises where the adaptive ones do not', () => {
    const verdict = (fixed: number, adaptive: number) =>
      judged(claims, 'fixed-noise-tracks-scale', { rulers: reading(fixed, adaptive) }).verdict;
    expect(verdict(1.2, -0.5)).toBe('reproduced');
    expect(verdict(0.9, 0)).toBe('not reproduced');
    expect(verdict(2, 0.8)).toBe('not reproduced');
  });

  it('allow adaptive estimates no change, and ask one of the fixed', () => {
    const rows = (adaptive: number, fixed: number) =>
      estimators.flatMap((estimator) =>
        layerMaps.map((map) => ({
          ...{ seed: 0, layer: 1, estimator, map, i_xt: 5 },
          // Noise sees the shape that a cube changes, adaptive or not.
          change: estimator === 'akde' && map === 'cube' ? 1 : /fixed/.test(estimator) ? fixed : adaptive,
        })),
      );
    const verdict = (adaptive: number, fixed: number) =>
      judged(claims, 'ebab-scale-free', { invariance: rows(adaptive, fixed) }).verdict;
    expect(verdict(1e-12, 1)).toBe('reproduced');
    expect(verdict(1e-6, 1)).toBe('not reproduced');
    expect(verdict(0, 0)).toBe('not reproduced');
  });
});
