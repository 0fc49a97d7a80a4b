import { type ColumnTable, from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/diffusion-spectral-entropy/claims.js';
import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';
import { isTested } from '../../../src/lib/experiment/claim.js';

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

const seeds = [0, 1, 2];

it('limits stand or fall with the largest error', () => {
  const limits = (error: number) => [
    { example: 'far', dse: 3, expected: 3 },
    { example: 'equal groups', dse: 2 - error, expected: 2 },
  ];
  expect(judged('dse-limits', { limits: limits(1e-9) }).verdict).toBe('reproduced');
  expect(judged('dse-limits', { limits: limits(1e-3) }).verdict).toBe('not reproduced');
});

describe('the claim on dimension', () => {
  const table = (dse: (d: number, noise: number) => number, cse: (d: number) => number = () => 8): Row[] =>
    [0.01, 0.3].flatMap((noise) =>
      [10, 20, 30].flatMap((d) =>
        seeds.flatMap((seed) => {
          const row = { distribution: 'uniform', noise, d, seed };
          return [
            // Seeds scatter around the mean.
            { ...row, estimator: 'dse', t: 1, bits: dse(d, noise) + 5 * (seed - 1) },
            { ...row, estimator: 'dse', t: 5, bits: 0 },
            { ...row, estimator: 'cse', t: null, bits: cse(d) },
            { ...row, distribution: 'normal', estimator: 'dse', t: 1, bits: 0 },
          ];
        }),
      ),
    );
  const verdict = (rows: Row[]) => judged('dse-tracks-dimension', { dimension: rows }).verdict;

  it('asks for a rise of the means at every noise level, and a constant entropy of bins', () => {
    expect(verdict(table((d) => d / 5))).toBe('reproduced');
    expect(verdict(table((d) => d / 15))).toBe('not reproduced');
    expect(verdict(table((d, noise) => (noise === 0.3 && d === 30 ? 3 : d / 5)))).toBe('not reproduced');
    expect(
      verdict(
        table(
          (d) => d / 5,
          (d) => 8 - d / 1000,
        ),
      ),
    ).toBe('not reproduced');
  });
});

describe('the claim on corrupted labels', () => {
  const table = (dsmi: (share: number, seed: number) => number, csmi = 0): Row[] =>
    seeds.flatMap((seed) =>
      [0, 0.5, 0.8, 1].flatMap((corruption) => {
        const row = { D: 20, noise: 0.01, seed, corruption };
        return [
          { ...row, estimator: 'truth', mi_bits: 1.5 * (1 - corruption) },
          { ...row, estimator: 'dsmi', mi_bits: dsmi(corruption, seed) },
          { ...row, estimator: 'csmi-5', mi_bits: csmi },
          { ...row, D: 100, estimator: 'dsmi', mi_bits: 0 },
        ];
      }),
    );
  const verdict = (rows: Row[]) => judged('dsmi-tracks-corruption', { corruption: rows }).verdict;

  it('asks for the order on each set, for levels on their mean', () => {
    expect(verdict(table((share) => 0.8 * (1 - share)))).toBe('reproduced');
    expect(verdict(table((share, seed) => 0.8 * (1 - share) + 0.1 * (seed - 1)))).toBe('reproduced');
    expect(verdict(table((share) => 0.4 * (1 - share)))).toBe('not reproduced');
    expect(verdict(table((share) => 0.8 * (1 - share) + 0.06))).toBe('not reproduced');
    expect(verdict(table((share, seed) => (seed === 2 && share === 0.5 ? -0.3 : 0.8 * (1 - share))))).toBe(
      'not reproduced',
    );
    expect(verdict(table((share) => 0.8 * (1 - share), 0.06))).toBe('not reproduced');
  });
});

describe('the claims on training', () => {
  const table = (end: (regime: string, seed: number) => Partial<Record<string, number>>): Row[] =>
    ['clean', 'wrong'].flatMap((regime) =>
      seeds.flatMap((seed) =>
        [0, 10, 40].map((epoch) => ({
          ...{ regime, seed, epoch, val_acc: regime === 'clean' ? 0.95 : 0.1, norm: 1, dsmi_y_unit: 0 },
          ...{ dse: 1, dsmi_y: 0.5 },
          ...(epoch === 40 ? end(regime, seed) : {}),
        })),
      ),
    );

  it('ask for a rise of DSE in every run', () => {
    const verdict = (dse: (regime: string, seed: number) => number) =>
      judged('dse-rises-in-training', {
        training: table((regime, seed) => ({ dse: dse(regime, seed) })),
      }).verdict;
    expect(verdict(() => 1.1)).toBe('reproduced');
    expect(verdict((regime, seed) => (regime === 'wrong' && seed === 1 ? 0.9 : 3))).toBe('not reproduced');
  });

  it('ask for a gain in DSMI three times as large, of networks that learn and networks that do not', () => {
    const verdict = (clean: number, wrong: number, accuracy: object = {}) =>
      judged('dsmi-generalisation-only', {
        training: table((regime) => ({ dsmi_y: regime === 'clean' ? clean : wrong, ...accuracy })),
      }).verdict;
    expect(verdict(2, 0.9)).toBe('reproduced');
    expect(verdict(2, 1.1)).toBe('not reproduced');
    expect(verdict(2, 0.9, { val_acc: 0.5 })).toBe('not reproduced');
  });
});

it('first weights are compared by the mean accuracy early and late', () => {
  const table = (late: number): Row[] =>
    [0.001, 0.1, 0.3].flatMap((deviation) =>
      seeds.flatMap((seed) =>
        [0, 1, 4, 40].map((epoch) => ({
          ...{ deviation, seed, epoch, initial_dse: 10 * deviation },
          val_acc: epoch === 40 && deviation === 0.3 ? late : 1 - deviation,
        })),
      ),
    );
  expect(judged('low-dse-initialisation', { initialisation: table(0.8) }).verdict).toBe('reproduced');
  expect(judged('low-dse-initialisation', { initialisation: table(0.95) }).verdict).toBe('not reproduced');
});

it('accuracy is predicted where ranks agree', () => {
  const table = (sign: number): Row[] =>
    Array.from({ length: 10 }, (_, i) => ({ val_acc: i / 10, dse: 0.1 * (i % 3), dsmi_y: sign * i ** 3 }));
  expect(judged('dsmi-predicts-accuracy', { models: table(1) })).toMatchObject({
    verdict: 'reproduced',
    value: 1,
  });
  expect(judged('dsmi-predicts-accuracy', { models: table(-1) }).verdict).toBe('not reproduced');
});

it('every claim has its own id, names tables that exist, and says where the paper makes it', async () => {
  const tables = experimentsOf(await loadPaper('diffusion-spectral-entropy')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  for (const claim of claims) {
    expect(claim.reported.where).not.toBe('');
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  }
});
