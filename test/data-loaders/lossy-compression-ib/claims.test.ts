import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/lossy-compression-ib/claims.js';
import {
  neighbourEstimators,
  representations,
  type SyntheticRow,
} from '../../../src/papers/lossy-compression-ib/tables.js';
import { judged } from '../judged.js';

const informations = [0, 1, 2, 4, 6, 8, 10];
const seeds = [0, 1, 2, 3, 4];

/** Estimates by a rule, for five seeds that differ a little. */
function synthetic(
  estimate: (
    mi: number,
    representation: SyntheticRow['representation'],
    estimator: SyntheticRow['estimator'],
  ) => number,
) {
  return (['blobs', 'rectangles'] as const).flatMap((dataset) =>
    seeds.flatMap((seed) =>
      informations.flatMap((mi_true) =>
        representations.flatMap((representation, given) =>
          neighbourEstimators.map((estimator, kind) => ({
            ...{ dataset, seed, mi_true, representation, estimator, ae_rel_mse: 0.01 },
            mi_est: estimate(mi_true, representation, estimator) + ((seed * 3 + given + kind) % 5) / 50,
          })),
        ),
      ),
    ),
  );
}

describe('claims on known information', () => {
  const verdictOf = (id: string, rows: ReturnType<typeof synthetic>) =>
    judged(claims, id, { synthetic: rows }).verdict;
  const perfect = synthetic((mi) => mi);

  it('perfect estimates track the truth and do not saturate', () => {
    for (const id of ['tracks-true-mi', 'codes-track-true-mi', 'codes-match-parameters'])
      expect(verdictOf(id, perfect), id).toBe('reproduced');
    for (const id of ['high-mi-saturates', 'weights-remove-bias', 'autoencoder-beats-pca'])
      expect(verdictOf(id, perfect), id).toBe('not reproduced');
    expect(judged(claims, 'codes-match-parameters', { synthetic: perfect })).toMatchObject({
      measurement: { repetitions: 5 },
    });
  });

  it('estimates that are flat, or out of order, do not track it', () => {
    const flat = synthetic((mi) => Math.min(mi, 3));
    const disordered = synthetic((mi) => (mi === 8 ? 0 : mi));
    for (const id of ['tracks-true-mi', 'codes-track-true-mi'])
      for (const rows of [flat, disordered]) expect(verdictOf(id, rows), id).toBe('not reproduced');
    const found = judged(claims, 'tracks-true-mi', { synthetic: disordered });
    expect(found.binding).toMatchObject({ label: expect.stringMatching('order') });
  });

  it('parameters and codes are judged apart', () => {
    const poorCodes = synthetic((mi, representation) => mi - (representation === 'autoencoder' ? 1 : 0));
    expect(verdictOf('tracks-true-mi', poorCodes)).toBe('reproduced');
    expect(verdictOf('codes-track-true-mi', poorCodes)).toBe('not reproduced');
    expect(verdictOf('codes-match-parameters', poorCodes)).toBe('not reproduced');
  });

  it('differences between representations and estimators have their sign', () => {
    const rows = synthetic((mi, representation, estimator) => {
      if (mi === 10) return 9;
      return mi - (representation === 'principal' ? 0.5 : 0) - (estimator === 'kl' ? 1.5 : 0);
    });
    for (const id of ['high-mi-saturates', 'autoencoder-beats-pca', 'weights-remove-bias'])
      expect(verdictOf(id, rows), id).toBe('reproduced');
  });

  it('say nothing where an estimate is missing, or with two seeds', () => {
    const gap = perfect.map((row) => (row.mi_true === 6 && row.seed === 2 ? { ...row, mi_est: null } : row));
    const few = perfect.filter(({ seed }) => seed < 2);
    for (const id of [
      'tracks-true-mi',
      'codes-track-true-mi',
      'codes-match-parameters',
      'weights-remove-bias',
      'autoencoder-beats-pca',
    ])
      for (const rows of [gap, few])
        expect(judged(claims, id, { synthetic: rows }).verdict, id).toBe('inconclusive');
  });
});

describe('claims on the estimator itself', () => {
  it('count no change under affine maps', () => {
    const verdictOf = (difference: number) =>
      judged(claims, 'mi-invariant-to-invertible-maps', { invariance: [{ difference: 0 }, { difference }] })
        .verdict;
    expect(verdictOf(-1e-9)).toBe('reproduced');
    expect(verdictOf(-1e-3)).toBe('not reproduced');
    expect(judged(claims, 'mi-invariant-to-invertible-maps', { invariance: [] }).verdict).toBe(
      'inconclusive',
    );
  });

  it('tell bias from scatter on normals', () => {
    const normals = (spread: number, bias: number) => ({
      normals: Array.from({ length: 20 }, (_, repetition) => {
        const offset = Math.sin(5 * repetition);
        return [
          { repetition, estimator: 'kl', mi_true: 3, mi_est: 3 + 0.1 * offset } as const,
          { repetition, estimator: 'wkl', mi_true: 3, mi_est: 3 + bias + spread * offset } as const,
        ];
      }).flat(),
    });
    const unbiased = 'neighbours-unbiased-on-normals';
    expect(judged(claims, unbiased, normals(0.3, 0.1)).verdict).toBe('reproduced');
    expect(judged(claims, unbiased, normals(0.3, 0.6)).verdict).toBe('not reproduced');
    expect(judged(claims, unbiased, normals(0.3, -0.6)).verdict).toBe('not reproduced');
    const scatter = (spread: number) => judged(claims, 'weights-cost-variance', normals(spread, 0));
    expect(scatter(0.3)).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 20 } });
    expect(scatter(0.1).verdict).toBe('not reproduced');
  });
});

describe('claims on the network', () => {
  const losses = [2.3, 2.15, 1.8, 1, 0.6, 0.4];
  /** Five networks, whose last layer takes a path and whose first stays at 9 and 1.7 nats. */
  const plane = (xl: readonly number[], ly: readonly number[]) => ({
    plane: (['L1', 'L5'] as const).flatMap((layer) =>
      seeds.flatMap((seed) =>
        losses.map((loss_eval, step) => ({
          ...{ seed, layer, step, loss_eval, sigma: 1e-3, acc: 0.5 },
          compression: 'autoencoder' as const,
          i_xl: (layer === 'L5' ? xl[step] : 9) + 0.01 * ((seed + step) % 3),
          i_ly: (layer === 'L5' ? ly[step] : 1.7) + 0.01 * (seed % 3),
        })),
      ),
    ),
  });
  const growing = [0.6, 0.8, 1, 1.3, 1.5, 1.65];
  const wavering = [2, 4, 3.5, 3.6, 4, 4.2];

  it('a dip within the fall of the loss and a rise after it are several phases', () => {
    const found = (xl: readonly number[]) => judged(claims, 'several-phases', plane(xl, growing));
    expect(found(wavering)).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    expect(found([2, 4, 4.1, 4.2, 4.5, 4.6])).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'dip while the loss falls' },
    });
    expect(found([2, 4, 3.5, 3.4, 3.3, 3.2])).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'rise afterwards' },
    });
  });

  it('label information has to grow, by more than in the first layer', () => {
    const verdictOf = (ly: readonly number[]) =>
      judged(claims, 'label-information-grows', plane(wavering, ly)).verdict;
    expect(verdictOf(growing)).toBe('reproduced');
    expect(verdictOf([0.9, 1, 1, 1.1, 1.1, 1.2])).toBe('not reproduced');
    const rows = plane(wavering, growing).plane.map((row) =>
      row.layer === 'L1' ? { ...row, i_ly: growing[row.step] } : row,
    );
    expect(judged(claims, 'label-information-grows', { plane: rows }).verdict).toBe('not reproduced');
  });

  it('laws that estimates have to obey: the entropy of the label, and data processing', () => {
    const bounded = (ly: readonly number[]) =>
      judged(claims, 'label-information-bounded', plane(wavering, ly)).verdict;
    expect(bounded(growing)).toBe('reproduced');
    expect(bounded([1, 1, 1, 2.6, 2, 2])).toBe('not reproduced');
    const obeyed = (ly: readonly number[]) =>
      judged(claims, 'estimates-obey-data-processing', plane(wavering, ly)).verdict;
    expect(obeyed(growing)).toBe('reproduced');
    expect(obeyed([1, 1, 1, 1, 1, 2])).toBe('not reproduced');
  });

  it('say nothing of a path with a gap, or of two networks', () => {
    const whole = plane(wavering, growing).plane;
    const gap = whole.map((row) =>
      row.seed === 1 && row.step === 3 ? { ...row, i_xl: null, i_ly: null } : row,
    );
    const few = whole.filter(({ seed }) => seed < 2);
    const unpaired = whole.filter(({ seed, layer }) => seed > 0 || layer === 'L5');
    expect(judged(claims, 'estimates-obey-data-processing', { plane: unpaired }).verdict).toBe(
      'inconclusive',
    );
    for (const id of [
      'several-phases',
      'label-information-grows',
      'label-information-bounded',
      'estimates-obey-data-processing',
    ]) {
      expect(judged(claims, id, { plane: gap }).because, id).toContain('has no value');
      expect(judged(claims, id, { plane: few }).verdict, id).toBe('inconclusive');
    }
  });
});
