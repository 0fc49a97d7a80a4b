import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/cs-ib/claims.js';
import { interpolated } from '../../../data-loaders/cs-ib/plane-interpolation.js';
import type { MethodId } from '../../../src/papers/cs-ib/tables.js';
import { judged } from '../judged.js';
import { attack, csLoses, csWins, plane, seeds } from './made-up.js';

describe('the claim on test errors', () => {
  const verdictOn = (rows: ReturnType<typeof plane>) => judged(claims, 'regression-rmse', { plane: rows });

  it('is reproduced where CS-IB has the lower error on every data set', () => {
    const found = verdictOn([...plane('california-housing', csWins), ...plane('bike-sharing', csWins)]);
    expect(found).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    expect(found.conditions.map(({ label }) => label)).toEqual(['California Housing', 'Bike Sharing']);
  });

  it('is not where it loses on one of them, and that one decides', () => {
    const found = verdictOn([...plane('california-housing', csWins), ...plane('bike-sharing', csLoses)]);
    expect(found).toMatchObject({ verdict: 'not reproduced', binding: { label: 'Bike Sharing' } });
    expect(found.measurement.value).toBeCloseTo(1 / 3, 2);
  });

  it('takes either side at its best β, chosen in the other seeds', () => {
    const tuned = (best: MethodId) => (method: MethodId, beta: number) =>
      method === best && beta > 0 ? 0.1 : 0.3;
    expect(verdictOn(plane('california-housing', tuned('cs-paper'))).verdict).toBe('reproduced');
    const { verdict, measurement } = verdictOn(plane('california-housing', tuned('vib')));
    expect(verdict).toBe('not reproduced');
    expect(measurement.detail).toContain('VIB, β = 0.1');
  });

  it('does not choose for a seed what is good in that seed alone', () => {
    const lucky = plane('california-housing', (method, beta, seed) => {
      if (method === 'cs-paper') return 0.29;
      return method === 'vib' && beta > 0 ? (seed === 2 ? 0.01 : 0.35) : 0.3;
    });
    expect(verdictOn(lucky).verdict).toBe('reproduced');
  });

  it('is not where the error is lower by less than means anything', () => {
    const hardly = (method: MethodId) => (method === 'cs-paper' ? 0.2995 : 0.3);
    expect(verdictOn(plane('california-housing', hardly)).verdict).toBe('not reproduced');
  });

  it('is inconclusive where a network has diverged at the setting that the other seeds choose', () => {
    const rows = plane('california-housing', (method, beta) => {
      if (method !== 'cs-paper') return 0.3;
      return beta > 0 ? 0.1 : 0.2;
    }).map((row) =>
      row.method === 'cs-paper' && row.beta > 0 && row.seed === 2 ? { ...row, rmse: null } : row,
    );
    expect(
      judged(claims, 'regression-rmse', { plane: [...plane('bike-sharing', csWins), ...rows] }),
    ).toMatchObject({
      verdict: 'inconclusive',
      because: 'a repetition or a condition has no value (California Housing)',
    });
  });

  it('is inconclusive with fewer than five seeds', () => {
    const rows = plane('california-housing', csWins).filter(({ seed }) => seed < 4);
    expect(verdictOn(rows).verdict).toBe('inconclusive');
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

  it('stands or falls with every ratio, by either yardstick', () => {
    const id = ['information-plane', 'information-plane-one-yardstick'];
    for (const one of id) {
      const verdictOn = (error: (method: MethodId) => number) =>
        judged(claims, one, { plane: plane('california-housing', error) });
      expect(verdictOn(csWins).verdict).toBe('reproduced');
      expect(verdictOn(csLoses)).toMatchObject({
        verdict: 'not reproduced',
        measurement: { value: expect.closeTo(-0.1, 2) },
      });
    }
  });

  it('is inconclusive where CS-IB does not reach a ratio', () => {
    const rows = plane('california-housing', csWins).map((row) =>
      row.method === 'cs-paper' ? { ...row, r_own: row.r_own / 2 } : row,
    );
    const found = judged(claims, 'information-plane', { plane: rows });
    expect(found).toMatchObject({
      verdict: 'inconclusive',
      because: 'a repetition or a condition has no value (California Housing, r = 0.5)',
    });
    expect(found.conditions[0].verdict).toBe('reproduced');
  });

  it('knows no rival that reaches a ratio in some seeds only', () => {
    const rows = plane('california-housing', (method) => (method === 'vib' ? 0.1 : csWins(method))).map(
      (row) => (row.method === 'vib' && row.seed === 0 ? { ...row, r_own: 0 } : row),
    );
    const { verdict, measurement } = judged(claims, 'information-plane', { plane: rows });
    expect(verdict).toBe('reproduced');
    expect(measurement.detail).not.toContain('VIB');
  });
});

describe('the claims on robustness', () => {
  const verdictOn = (id: string, rows: ReturnType<typeof attack>) => judged(claims, id, { attack: rows });
  const csBetter = (method: MethodId) => (method === 'cs-paper' ? 0.5 : 0.9);

  it('see that a method loses less under both attacks', () => {
    const found = verdictOn('robust-prediction-term', attack(csBetter));
    expect(found.verdict).toBe('reproduced');
    expect(found.conditions.map(({ label }) => label)).toEqual([
      'California Housing, FGSM',
      'California Housing, PGD',
    ]);
    expect(verdictOn('robust-released-script', attack(csBetter)).verdict).toBe('not reproduced');
    expect(
      verdictOn(
        'robust-released-script',
        attack((method) => (method === 'released' ? 0.5 : 0.9)),
      ).verdict,
    ).toBe('reproduced');
  });

  it('let a rival take the β that helps it, where it costs little on clean inputs', () => {
    const rival = (method: MethodId, beta: number) => (method === 'nib' && beta > 0 ? 0.4 : csBetter(method));
    const cost = (of: number) => (method: MethodId, beta: number) =>
      method === 'nib' && beta > 0 ? of : 0.3;
    expect(verdictOn('robust-prediction-term', attack(rival, cost(0.32))).verdict).toBe('not reproduced');
    expect(verdictOn('robust-prediction-term', attack(rival, cost(0.4))).verdict).toBe('reproduced');
  });

  it('count as rivals at equal error those that fit clean inputs as well as CS-IB', () => {
    const rival = (method: MethodId, beta: number) => (method === 'nib' && beta > 0 ? 0.4 : csBetter(method));
    const fit = (method: MethodId, beta: number) => {
      if (method === 'cs-paper') return 0.45;
      return method === 'nib' && beta > 0 ? 0.4 : 0.3;
    };
    expect(verdictOn('robust-prediction-term', attack(rival, fit)).verdict).toBe('reproduced');
    expect(verdictOn('robust-at-equal-error', attack(rival, fit)).verdict).toBe('not reproduced');
    expect(verdictOn('robust-at-equal-error', attack(csBetter, fit)).verdict).toBe('reproduced');
    const best = (method: MethodId) => (method === 'cs-paper' ? 0.2 : 0.3);
    expect(verdictOn('robust-at-equal-error', attack(rival, best)).verdict).toBe('inconclusive');
  });

  it('count a larger β only where it costs little on clean inputs', () => {
    const helped = (_: MethodId, beta: number) => (beta > 0 ? 0.5 : 0.9);
    const cost = (of: number) => (_: MethodId, beta: number) => (beta > 0 ? of : 0.3);
    expect(verdictOn('robust-by-compression', attack(helped, cost(0.32))).verdict).toBe('reproduced');
    expect(verdictOn('robust-by-compression', attack(helped, cost(0.4))).verdict).toBe('inconclusive');
    expect(
      verdictOn(
        'robust-by-compression',
        attack((_, beta) => (beta > 0 ? 0.9 : 0.5)),
      ).verdict,
    ).toBe('not reproduced');
  });
});

describe('information and gap', () => {
  /** Twelve networks a seed. */
  const gap = (slope: number) =>
    seeds.flatMap((seed) =>
      Array.from({ length: 12 }, (_, i) => ({
        ...{ dataset: 'synthetic' as const, seed, lr: 1e-3, l2: i },
        i_cs: i / 12 + seed,
        i_cs_raw: i,
        gap: slope * i + 4 * Math.sin(7 * i + seed),
      })),
    );

  it('are compared among the networks of a seed', () => {
    const verdictOf = (slope: number) => judged(claims, 'mi-tracks-gap', { gap: gap(slope) });
    expect(verdictOf(1)).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    expect(verdictOf(-1).verdict).toBe('not reproduced');
    expect(verdictOf(0).verdict).not.toBe('reproduced');
  });

  it('say nothing where a network has no value', () => {
    const rows = gap(1).map((row, i) => (i === 20 ? { ...row, i_cs: null } : row));
    expect(judged(claims, 'mi-tracks-gap', { gap: rows })).toMatchObject({
      verdict: 'inconclusive',
      because: 'a repetition or a condition has no value (Synthetic task)',
    });
  });
});
