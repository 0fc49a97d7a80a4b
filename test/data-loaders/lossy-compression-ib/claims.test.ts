import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/lossy-compression-ib/claims.js';
import {
  neighbourEstimators,
  representations,
  type SyntheticRow,
} from '../../../src/papers/lossy-compression-ib/tables.js';
import { judged } from '../judged.js';

const informations = [0, 1, 2, 4, 6, 8, 10];

/** Estimates by a rule, for two seeds. */
function synthetic(
  estimate: (
    mi: number,
    representation: SyntheticRow['representation'],
    estimator: SyntheticRow['estimator'],
  ) => number,
) {
  return (['blobs', 'rectangles'] as const).flatMap((dataset) =>
    [0, 1].flatMap((seed) =>
      informations.flatMap((mi_true) =>
        representations.flatMap((representation) =>
          neighbourEstimators.map((estimator) => ({
            dataset,
            seed,
            mi_true,
            representation,
            estimator,
            ae_rel_mse: 0.01,
            mi_est: estimate(mi_true, representation, estimator) + (seed - 0.5) / 10,
          })),
        ),
      ),
    ),
  );
}

describe('claims on known information', () => {
  const perfect = synthetic((mi) => mi);

  it('perfect estimates track the truth and do not saturate', () => {
    expect(judged(claims, 'tracks-true-mi', { synthetic: perfect }).verdict).toBe('reproduced');
    expect(judged(claims, 'codes-match-parameters', { synthetic: perfect })).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(0, 9), seeds: 2 },
    });
    expect(judged(claims, 'high-mi-saturates', { synthetic: perfect }).verdict).toBe('not reproduced');
    expect(judged(claims, 'weights-remove-bias', { synthetic: perfect }).verdict).toBe('not reproduced');
    expect(judged(claims, 'autoencoder-beats-pca', { synthetic: perfect }).verdict).toBe('not reproduced');
  });

  it('estimates that are flat, or out of order, do not track it', () => {
    const flat = synthetic((mi) => Math.min(mi, 3));
    expect(judged(claims, 'tracks-true-mi', { synthetic: flat }).measurement.value).toBeGreaterThan(0);
    const disordered = synthetic((mi) => (mi === 8 ? 0 : mi));
    expect(judged(claims, 'tracks-true-mi', { synthetic: disordered }).verdict).toBe('not reproduced');
  });

  it('differences between representations and estimators have their sign', () => {
    const rows = synthetic((mi, representation, estimator) => {
      if (mi === 10) return 9;
      return mi - (representation === 'principal' ? 0.5 : 0) - (estimator === 'kl' ? 1.5 : 0);
    });
    expect(judged(claims, 'high-mi-saturates', { synthetic: rows }).measurement.value).toBeCloseTo(1, 9);
    expect(judged(claims, 'autoencoder-beats-pca', { synthetic: rows }).measurement.value).toBeCloseTo(
      0.5,
      9,
    );
    expect(judged(claims, 'weights-remove-bias', { synthetic: rows }).verdict).toBe('reproduced');
    const far = synthetic((mi, representation) => mi - (representation === 'autoencoder' ? 0.7 : 0));
    expect(judged(claims, 'codes-match-parameters', { synthetic: far }).verdict).toBe('not reproduced');
  });

  it('of the estimator itself', () => {
    const invariance = (difference: number) => ({ invariance: [{ difference: 0 }, { difference }] });
    expect(judged(claims, 'mi-invariant-to-invertible-maps', invariance(-1e-9)).verdict).toBe('reproduced');
    expect(judged(claims, 'mi-invariant-to-invertible-maps', invariance(-1e-3)).verdict).toBe(
      'not reproduced',
    );
    const normals = (spread: number, bias: number) => ({
      normals: [-1, 1].flatMap((sign) => [
        { estimator: 'kl', mi_true: 3, mi_est: 3 + 0.1 * sign } as const,
        { estimator: 'wkl', mi_true: 3, mi_est: 3 + bias + spread * sign } as const,
      ]),
    });
    expect(judged(claims, 'weights-cost-variance', normals(0.3, 0.1)).verdict).toBe('reproduced');
    expect(judged(claims, 'weights-cost-variance', normals(0.1, 0.1)).verdict).toBe('not reproduced');
    expect(judged(claims, 'weights-cost-variance', normals(0.3, 0.4)).verdict).toBe('not reproduced');
  });
});

describe('claims on the network', () => {
  const losses = [2.3, 2.25, 2, 1, 0.6, 0.4];
  const plane = (xl: readonly number[], ly: readonly number[]) => ({
    plane: (['L1', 'L5'] as const).flatMap((layer) =>
      [0, 1].flatMap((seed) =>
        losses.map((loss_eval, step) => ({
          seed,
          layer,
          step,
          loss_eval,
          sigma: 1e-3,
          compression: 'autoencoder' as const,
          acc: 0.5,
          i_xl: layer === 'L5' ? xl[step] : 9,
          i_ly: layer === 'L5' ? ly[step] : 1.7,
        })),
      ),
    ),
  });
  const growing = [0.9, 1, 1.3, 1.6, 1.9, 2];

  it('a dip within the fall of the loss and a rise after it are several phases', () => {
    const { verdict, measurement } = judged(claims, 'several-phases', plane([2, 3, 4, 3.5, 3.6, 4], growing));
    expect(verdict).toBe('reproduced');
    expect(measurement.detail).toContain('falls by 0.50 nat');
    expect(judged(claims, 'several-phases', plane([2, 3, 4, 4.1, 4.2, 4.5], growing)).measurement.value).toBe(
      1,
    );
    expect(judged(claims, 'several-phases', plane([2, 3, 4, 3.5, 3.4, 3.3], growing)).verdict).toBe(
      'not reproduced',
    );
  });

  it('label information has to grow, and not beyond the entropy of the label', () => {
    const path = [2, 3, 4, 3.5, 3.6, 4];
    expect(judged(claims, 'label-information-grows', plane(path, growing)).verdict).toBe('reproduced');
    expect(judged(claims, 'label-information-grows', plane(path, [0.9, 1, 1, 1, 1, 1.5])).verdict).toBe(
      'not reproduced',
    );
    expect(
      judged(claims, 'label-information-grows', plane(path, [0.9, 1, 1, 1, 1, 2.5])).measurement.value,
    ).toBe(2);
  });
});

it('where estimates are missing, nothing is measured', () => {
  const rows = synthetic((mi) => mi).map((row) => (row.mi_true === 6 ? { ...row, mi_est: null } : row));
  for (const id of [
    'codes-match-parameters',
    'tracks-true-mi',
    'weights-remove-bias',
    'autoencoder-beats-pca',
  ])
    expect(judged(claims, id, { synthetic: rows }).verdict, id).toBe('inconclusive');
  const step = { seed: 0, layer: 'L5', sigma: 1e-3, compression: 'autoencoder', loss_eval: 2 } as const;
  const plane = [
    { ...step, step: 0, i_xl: 2, i_ly: 1 },
    { ...step, step: 1, i_xl: 2, i_ly: null },
    { ...step, step: 2, i_xl: 2, i_ly: 2 },
  ];
  for (const id of ['label-information-grows', 'several-phases'])
    expect(judged(claims, id, { plane }).verdict, id).toBe('inconclusive');
});
