import { from, type ColumnTable } from 'arquero';
import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/cs-ib/claims.js';
import { methodIds } from '../../../data-loaders/cs-ib/methods.js';
import { interpolated } from '../../../data-loaders/cs-ib/plane-interpolation.js';
import { isTested } from '../../../src/lib/experiment/claim.js';
import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';

type Row = Record<string, string | number | null>;

/** The verdict and the measurement of a claim on made-up tables. */
function judged(id: string, tables: Record<string, Row[]>) {
  const claim = claims.find((candidate) => candidate.id === id);
  if (!claim || !isTested(claim)) throw new Error(`no tested claim ${id}`);
  const measurement = claim.measure(
    Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, from(rows) as ColumnTable])),
  );
  return { ...measurement, verdict: claim.judge(measurement) };
}

const seeds = [0, 1, 2, 3];

/** A sweep whose error is known: `error` gives the RMSE of a method, seeds add the same small offset to all. */
function plane(dataset: string, error: (method: string, beta: number) => number): Row[] {
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

const csWins = (method: string) => (method === 'cs-paper' ? 0.2 : 0.3);
const csLoses = (method: string) => (method === 'cs-paper' ? 0.4 : 0.3);

describe('the claim on test errors', () => {
  it('is reproduced where CS has the lower error on every data set', () => {
    const rows = [...plane('california-housing', csWins), ...plane('bike-sharing', csWins)];
    expect(judged('regression-rmse', { plane: rows })).toMatchObject({ verdict: 'reproduced', seeds: 4 });
  });

  it('is not where it loses on one of them, and that one decides', () => {
    const rows = [...plane('california-housing', csWins), ...plane('bike-sharing', csLoses)];
    const { verdict, value, detail } = judged('regression-rmse', { plane: rows });
    expect(verdict).toBe('not reproduced');
    expect(value).toBeCloseTo(0.1, 2);
    expect(detail).toContain('California Housing');
    expect(detail).toContain('Bike Sharing');
  });

  it('takes each baseline at its best β', () => {
    const rows = plane('california-housing', (method, beta) => {
      if (method === 'cs-paper') return 0.25;
      return method === 'vib' && beta > 0 ? 0.1 : 0.3;
    });
    const { verdict, detail } = judged('regression-rmse', { plane: rows });
    expect(verdict).toBe('not reproduced');
    expect(detail).toContain('VIB, β = 0.1');
  });

  it('is inconclusive where a diverged network has no error', () => {
    const rows = plane('california-housing', csWins).map((row) =>
      row.method === 'cs-paper' && row.seed === 2 ? { ...row, rmse: null } : row,
    );
    expect(judged('regression-rmse', { plane: rows }).verdict).toBe('inconclusive');
  });
});

describe('the information plane', () => {
  it('is compared at equal ratios, on the line between neighbouring points', () => {
    const points = from([
      { method: 'nib', seed: 0, beta: 0, r_own: 0, r_cs: null, i_ty: 1 },
      { method: 'nib', seed: 0, beta: 1, r_own: 0.5, r_cs: null, i_ty: 0.5 },
      { method: 'hsic', seed: 0, beta: 0, r_own: 0, r_cs: null, i_ty: 1 },
      { method: 'hsic', seed: 0, beta: 1, r_own: 0.2, r_cs: null, i_ty: 0.9 },
    ]);
    expect(interpolated(points, 'r_own', 0.25).objects()).toEqual([
      { method: 'nib', beta: 0, seed: 0, i_ty: 0.75 },
    ]);
    expect(interpolated(points, 'r_own', 0.5).objects()).toEqual([
      { method: 'nib', beta: 0, seed: 0, i_ty: 0.5 },
    ]);
    expect(interpolated(points, 'r_cs', 0.25).numRows()).toBe(0);
  });

  it('lets a claim of "always" stand or fall with the worst ratio', () => {
    expect(judged('information-plane', { plane: plane('california-housing', csWins) }).verdict).toBe(
      'reproduced',
    );
    const { verdict, value } = judged('information-plane', { plane: plane('california-housing', csLoses) });
    expect(verdict).toBe('not reproduced');
    expect(value).toBeCloseTo(-0.1, 2);
  });
});

describe('the claims on robustness', () => {
  const attack = (error: (method: string, beta: number) => number, clean = 0.3): Row[] =>
    ['fgsm', 'pgd'].flatMap((kind) =>
      plane('california-housing', error).map(({ dataset, method, beta, seed, rmse }) => ({
        ...{ dataset, method, beta, seed, rmse, kind, eps: 0.3 },
        clean_rmse: beta === 0 ? 0.3 : clean,
      })),
    );

  it('compare at β = 0', () => {
    const better = (method: string, beta: number) => (beta === 0 && method === 'cs-paper' ? 0.5 : 0.9);
    expect(judged('robust-prediction-term', { attack: attack(better) }).verdict).toBe('reproduced');
    expect(judged('robust-released-script', { attack: attack(better) }).verdict).not.toBe('reproduced');
  });

  it('count a larger β only where it costs little on clean inputs', () => {
    const helped = (method: string, beta: number) => (beta > 0 ? 0.5 : 0.9);
    expect(judged('robust-by-compression', { attack: attack(helped, 0.32) }).verdict).toBe('reproduced');
    expect(judged('robust-by-compression', { attack: attack(helped, 0.4) }).verdict).toBe('inconclusive');
  });
});

describe('information and gap', () => {
  const gap = (sign: number): Row[] =>
    Array.from({ length: 40 }, (_, i) => ({
      ...{ dataset: 'synthetic', seed: i % 4, lr: 1e-3, l2: 0, train_rmse: 1, test_rmse: 1 },
      i_cs: i / 40,
      i_cs_raw: i,
      gap: sign * i + 7 * Math.sin(i),
    }));

  it('follows the sign of the correlation', () => {
    expect(judged('mi-tracks-gap', { gap: gap(1) }).verdict).toBe('reproduced');
    expect(judged('mi-tracks-gap', { gap: gap(-1) }).verdict).toBe('not reproduced');
    expect(judged('mi-tracks-gap', { gap: gap(0) }).verdict).toBe('inconclusive');
  });
});

describe('the audit', () => {
  const descent = (d: number, rmse: number): Row[] =>
    ['paper', 'code', 'symmetric'].flatMap((variant) =>
      [0, 10].map((step) => ({
        ...{ sigma2: 1, variant, seed: 0, step },
        d: step === 0 ? 0.1 : d,
        rmse: step === 0 ? 0.3 : rmse,
      })),
    );
  const examples = (fourPoints: number, released: number): Row[] => [
    { example: 'four-points', variant: 'paper', d: fourPoints },
    { example: 'released-loss', variant: 'released', d: released },
    { example: 'released-loss', variant: 'squared-errors', d: 2 },
  ];

  it('sees a term that goes below zero, on four points or on a batch', () => {
    const verdict = (d: number, fourPoints: number) =>
      judged('prediction-term-nonnegative', { audit: descent(d, 0), audit_examples: examples(fourPoints, 2) })
        .verdict;
    expect(verdict(0.001, 0.001)).toBe('reproduced');
    expect(verdict(-0.01, 0.001)).toBe('not reproduced');
    expect(verdict(0.001, -0.01)).toBe('not reproduced');
  });

  it('sees predictions that end farther from their targets than they began', () => {
    expect(judged('prediction-term-finds-targets', { audit: descent(0, 0.01) })).toMatchObject({
      verdict: 'reproduced',
    });
    const far = judged('prediction-term-finds-targets', { audit: descent(0, 3) });
    expect(far.verdict).toBe('not reproduced');
    expect(far.value).toBeCloseTo(10, 10);
  });

  it('tells the released loss from a sum of squares', () => {
    const id = 'released-loss-is-conditional-divergence';
    expect(judged(id, { audit_examples: examples(0, 2) }).verdict).toBe('not reproduced');
    expect(judged(id, { audit_examples: examples(0, 2.1) }).verdict).toBe('reproduced');
  });
});

it('every claim has its own id, names tables that exist, and says where the paper makes it', async () => {
  const tables = experimentsOf(await loadPaper('cs-ib')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  for (const claim of claims) {
    expect(claim.reported.where).not.toBe('');
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  }
});
