import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/cs-ib/claims.js';
import { interpolated } from '../../../data-loaders/cs-ib/plane-interpolation.js';
import { conditionalVariants } from '../../../src/papers/cs-ib/information/conditional-divergence.js';
import { type DatasetId, type MethodId, methodIds } from '../../../src/papers/cs-ib/tables.js';
import { judged } from '../judged.js';

const seeds = [0, 1, 2, 3];

/** A sweep whose error is known: `error` gives the RMSE of a method, seeds add the same small offset to all. */
function plane(dataset: DatasetId, error: (method: MethodId, beta: number) => number) {
  return methodIds.flatMap((method) =>
    [0, 0.1].flatMap((beta) =>
      seeds.map((seed) => {
        const rmse = error(method, beta) + 0.001 * seed * (method.length % 3);
        return {
          dataset,
          method,
          beta,
          seed,
          rmse,
          mae: rmse,
          r_own: beta * 6,
          r_cs: beta * 6,
          i_ty: 1 - rmse,
        };
      }),
    ),
  );
}

const csWins = (method: MethodId) => (method === 'cs-paper' ? 0.2 : 0.3);
const csLoses = (method: MethodId) => (method === 'cs-paper' ? 0.4 : 0.3);

describe('the claim on test errors', () => {
  it('is reproduced where CS has the lower error on every data set', () => {
    const rows = [...plane('california-housing', csWins), ...plane('bike-sharing', csWins)];
    expect(judged(claims, 'regression-rmse', { plane: rows })).toMatchObject({
      verdict: 'reproduced',
      measurement: { seeds: 4 },
    });
  });

  it('is not where it loses on one of them, and that one decides', () => {
    const rows = [...plane('california-housing', csWins), ...plane('bike-sharing', csLoses)];
    const { verdict, measurement } = judged(claims, 'regression-rmse', { plane: rows });
    expect(verdict).toBe('not reproduced');
    expect(measurement.value).toBeCloseTo(0.1, 2);
    expect(measurement.detail).toContain('California Housing');
    expect(measurement.detail).toContain('Bike Sharing');
  });

  it('takes each baseline at its best β', () => {
    const rows = plane('california-housing', (method, beta) => {
      if (method === 'cs-paper') return 0.25;
      return method === 'vib' && beta > 0 ? 0.1 : 0.3;
    });
    const { verdict, measurement } = judged(claims, 'regression-rmse', { plane: rows });
    expect(verdict).toBe('not reproduced');
    expect(measurement.detail).toContain('VIB, β = 0.1');
  });

  it('is inconclusive where a diverged network has no error, on one data set of two', () => {
    const rows = [
      ...plane('bike-sharing', csWins),
      ...plane('california-housing', csWins).map((row) =>
        row.method === 'cs-paper' && row.seed === 2 ? { ...row, rmse: null } : row,
      ),
    ];
    expect(judged(claims, 'regression-rmse', { plane: rows }).verdict).toBe('inconclusive');
  });
});

describe('the information plane', () => {
  it('is compared at equal ratios, on the line between neighbouring points', () => {
    const points = [
      { method: 'nib', seed: 0, r_own: 0, r_cs: null, i_ty: 1 },
      { method: 'nib', seed: 0, r_own: 0.5, r_cs: null, i_ty: 0.5 },
      { method: 'hsic', seed: 0, r_own: 0, r_cs: null, i_ty: 1 },
      { method: 'hsic', seed: 0, r_own: 0.2, r_cs: null, i_ty: 0.9 },
    ] as const;
    expect(interpolated(points, 'r_own', 0.25)).toEqual([
      { method: 'nib', seed: 0, ratio: 0.25, i_ty: 0.75 },
    ]);
    expect(interpolated(points, 'r_own', 0.5)).toEqual([{ method: 'nib', seed: 0, ratio: 0.5, i_ty: 0.5 }]);
    expect(interpolated(points, 'r_cs', 0.25)).toEqual([]);
  });

  it('is judged by the ratios that CS-IB reaches, and tells of the others', () => {
    const rows = plane('california-housing', csWins).map((row) =>
      row.method === 'cs-paper' ? { ...row, r_own: row.r_own / 2 } : row,
    );
    const { verdict, measurement } = judged(claims, 'information-plane', { plane: rows });
    expect(verdict).toBe('reproduced');
    expect(measurement.detail).toContain('at r = 0.5: CS does not get there');
  });

  it('lets a claim of "always" stand or fall with the worst ratio', () => {
    expect(judged(claims, 'information-plane', { plane: plane('california-housing', csWins) }).verdict).toBe(
      'reproduced',
    );
    const { verdict, measurement } = judged(claims, 'information-plane', {
      plane: plane('california-housing', csLoses),
    });
    expect(verdict).toBe('not reproduced');
    expect(measurement.value).toBeCloseTo(-0.1, 2);
  });
});

describe('the claims on robustness', () => {
  const attack = (error: (method: MethodId, beta: number) => number, clean = 0.3) =>
    (['fgsm', 'pgd'] as const).flatMap((kind) =>
      plane('california-housing', error).map(({ dataset, method, beta, seed, rmse }) => ({
        ...{ dataset, method, beta, seed, rmse, kind, eps: 0.3 },
        clean_rmse: beta === 0 ? 0.3 : clean,
      })),
    );

  it('compare at β = 0', () => {
    const better = (method: MethodId, beta: number) => (beta === 0 && method === 'cs-paper' ? 0.5 : 0.9);
    expect(judged(claims, 'robust-prediction-term', { attack: attack(better) }).verdict).toBe('reproduced');
    expect(judged(claims, 'robust-released-script', { attack: attack(better) }).verdict).not.toBe(
      'reproduced',
    );
  });

  it('count a larger β only where it costs little on clean inputs', () => {
    const helped = (method: MethodId, beta: number) => (beta > 0 ? 0.5 : 0.9);
    expect(judged(claims, 'robust-by-compression', { attack: attack(helped, 0.32) }).verdict).toBe(
      'reproduced',
    );
    expect(judged(claims, 'robust-by-compression', { attack: attack(helped, 0.4) }).verdict).toBe(
      'inconclusive',
    );
  });
});

describe('information and gap', () => {
  const gap = (sign: number) =>
    Array.from({ length: 40 }, (_, i) => ({
      ...{ dataset: 'synthetic' as const, seed: i % 4, lr: 1e-3, l2: 0, train_rmse: 1, test_rmse: 1 },
      i_cs: i / 40,
      i_cs_raw: i,
      gap: sign * i + 7 * Math.sin(i),
    }));

  it('follows the sign of the correlation', () => {
    expect(judged(claims, 'mi-tracks-gap', { gap: gap(1) }).verdict).toBe('reproduced');
    expect(judged(claims, 'mi-tracks-gap', { gap: gap(-1) }).verdict).toBe('not reproduced');
    expect(judged(claims, 'mi-tracks-gap', { gap: gap(0) }).verdict).toBe('inconclusive');
  });
});

describe('the audit', () => {
  const descent = (d: number, rmse: number) =>
    conditionalVariants.flatMap((variant) =>
      [0, 10].map((step) => ({
        ...{ sigma2: 1, variant, seed: 0, step },
        d: step === 0 ? 0.1 : d,
        rmse: step === 0 ? 0.3 : rmse,
      })),
    );
  const examples = (fourPoints: number, released: number) =>
    [
      { example: 'four-points', variant: 'paper', d: fourPoints },
      { example: 'released-loss', variant: 'released', d: released },
      { example: 'released-loss', variant: 'squared-errors', d: 2 },
    ] as const;

  it('sees a term that goes below zero, on four points or on a batch', () => {
    const verdict = (d: number, fourPoints: number) =>
      judged(claims, 'prediction-term-nonnegative', {
        audit: descent(d, 0),
        audit_examples: examples(fourPoints, 2),
      }).verdict;
    expect(verdict(0.001, 0.001)).toBe('reproduced');
    expect(verdict(-0.01, 0.001)).toBe('not reproduced');
    expect(verdict(0.001, -0.01)).toBe('not reproduced');
  });

  it('sees predictions that end farther from their targets than they began', () => {
    expect(judged(claims, 'prediction-term-finds-targets', { audit: descent(0, 0.01) })).toMatchObject({
      verdict: 'reproduced',
    });
    const far = judged(claims, 'prediction-term-finds-targets', { audit: descent(0, 3) });
    expect(far.verdict).toBe('not reproduced');
    expect(far.measurement.value).toBeCloseTo(10, 10);
  });

  it('tells the released loss from a sum of squares', () => {
    const id = 'released-loss-is-conditional-divergence';
    expect(judged(claims, id, { audit_examples: examples(0, 2) }).verdict).toBe('not reproduced');
    expect(judged(claims, id, { audit_examples: examples(0, 2.1) }).verdict).toBe('reproduced');
  });
});

describe('the exact claims', () => {
  it('count violations over all dimensions, of one statement', () => {
    const bound = (violations: number) =>
      [
        { statement: 'information', dimension: 1, pairs: 10, violations: 0, largest_ratio: 0.9 },
        { statement: 'information', dimension: 2, pairs: 10, violations, largest_ratio: 0.8 },
        { statement: 'divergence', dimension: 1, pairs: 10, violations: 4, largest_ratio: 2 },
      ] as const;
    const judgedBy = (violations: number) =>
      judged(claims, 'gaussian-bound-information', { gaussian_bound: bound(violations) });
    expect(judgedBy(0)).toMatchObject({ verdict: 'reproduced', measurement: { value: 0 } });
    expect(judgedBy(3)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 3 } });
    expect(judgedBy(0).measurement.unit).toBe('violations in 20 random pairs');
  });

  it('ask for both modes in every repetition, and for one of the Gaussian', () => {
    const found = {
      share_left: 0.4,
      share_right: 0.4,
      d_cs_end: 0.01,
      mmd2_end: 0.01,
      kl_mode_distance: 0.1,
    };
    const judgedBy = (change: Partial<typeof found>) =>
      judged(claims, 'two-gaussian-modes', { two_gaussian_modes: [found, { ...found, ...change }] });
    expect(judgedBy({})).toMatchObject({ verdict: 'reproduced', measurement: { value: 0, seeds: 2 } });
    for (const change of [
      { share_right: 0.2 },
      { d_cs_end: 0.06 },
      { mmd2_end: 0.03 },
      { kl_mode_distance: 0.3 },
    ])
      expect(judgedBy(change)).toMatchObject({ verdict: 'not reproduced', measurement: { value: 1 } });
  });
});
