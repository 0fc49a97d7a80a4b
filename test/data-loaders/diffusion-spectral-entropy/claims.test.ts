import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/diffusion-spectral-entropy/claims.js';
import {
  binCounts,
  imageRegimes,
  labelRegimes,
  limitExamples,
} from '../../../src/papers/diffusion-spectral-entropy/tables.js';
import { judged } from '../judged.js';

const seeds = [0, 1, 2];

it('limits stand or fall with the largest error, and with every example', () => {
  const limits = (error: number) =>
    limitExamples.map((example, i) => ({ example, dse: 2 + (i === 1 ? error : 0), expected: 2 }));
  const verdict = (rows: ReturnType<typeof limits>) => judged(claims, 'dse-limits', { limits: rows }).verdict;
  expect(verdict(limits(1e-9))).toBe('reproduced');
  expect(verdict(limits(1e-3))).toBe('not reproduced');
  expect(verdict(limits(1e-9).slice(1))).toBe('inconclusive');
});

describe('the claim on dimension', () => {
  const table = (dse: (d: number, noise: number) => number, cse: (d: number) => number = () => 8) =>
    [0.01, 0.3].flatMap((noise) =>
      [10, 20, 30].flatMap((d) =>
        seeds.flatMap((seed) => {
          const row = { distribution: 'uniform', noise, d, seed } as const;
          return [
            // Seeds scatter around the mean.
            { ...row, estimator: 'dse', t: 1, bits: dse(d, noise) + 5 * (seed - 1) },
            { ...row, estimator: 'dse', t: 5, bits: 0 },
            { ...row, estimator: 'cse', t: null, bits: cse(d) },
            { ...row, distribution: 'normal', estimator: 'dse', t: 1, bits: 0 },
          ] as const;
        }),
      ),
    );
  const verdict = (rows: ReturnType<typeof table>) =>
    judged(claims, 'dse-tracks-dimension', { dimension: rows }).verdict;

  it('asks for a rise of the means at every noise level, and a constant entropy of bins', () => {
    expect(verdict(table((d) => d / 5))).toBe('reproduced');
    expect(verdict(table((d) => d / 15))).toBe('not reproduced');
    const without = table((d) => d / 5).filter(({ estimator, d }) => estimator === 'cse' || d !== 20);
    expect(verdict(without)).toBe('not reproduced');
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
  const table = (dsmi: (share: number, seed: number) => number, csmi = 0) =>
    seeds.flatMap((seed) =>
      [0, 0.5, 0.8, 1].flatMap((corruption) => {
        const row = { D: 20, noise: 0.01, seed, corruption };
        return [
          { ...row, estimator: 'truth', mi_bits: 1.5 * (1 - corruption) },
          { ...row, estimator: 'dsmi', mi_bits: dsmi(corruption, seed) },
          ...binCounts.map((bins) => ({ ...row, estimator: `csmi-${bins}` as const, mi_bits: csmi })),
          { ...row, D: 100, estimator: 'dsmi', mi_bits: 0 },
        ] as const;
      }),
    );
  const verdict = (rows: ReturnType<typeof table>) =>
    judged(claims, 'dsmi-tracks-corruption', { corruption: rows }).verdict;

  it('asks for the order on each set, for levels on their mean', () => {
    expect(verdict(table((share) => 0.8 * (1 - share)))).toBe('reproduced');
    expect(verdict(table((share, seed) => 0.8 * (1 - share) + 0.1 * (seed - 1)))).toBe('reproduced');
    expect(verdict(table((share) => 0.4 * (1 - share)))).toBe('not reproduced');
    expect(verdict(table((share) => 0.8 * (1 - share) + 0.06))).toBe('not reproduced');
    expect(verdict(table((share, seed) => (seed === 2 && share === 0.5 ? -0.3 : 0.8 * (1 - share))))).toBe(
      'not reproduced',
    );
    expect(verdict(table((share) => 0.8 * (1 - share), 0.06))).toBe('not reproduced');
    const without = table((share) => 0.8 * (1 - share)).filter(({ estimator }) => estimator !== 'csmi-10');
    expect(verdict(without)).toBe('not reproduced');
  });
});

describe('the claims on training', () => {
  const table = (
    end: (
      regime: string,
      seed: number,
    ) => { readonly dse?: number; readonly dsmi_y?: number; readonly val_acc?: number },
  ) =>
    labelRegimes.flatMap((regime) =>
      seeds.flatMap((seed) =>
        [0, 10, 40].map((epoch) => ({
          regime,
          seed,
          epoch,
          val_acc: regime === 'clean' ? 0.95 : 0.1,
          dse: 1,
          dsmi_y: 0.5,
          ...(epoch === 40 ? end(regime, seed) : {}),
        })),
      ),
    );

  it('ask for a rise of DSE in every run', () => {
    const verdict = (dse: (regime: string, seed: number) => number) =>
      judged(claims, 'dse-rises-in-training', {
        training: table((regime, seed) => ({ dse: dse(regime, seed) })),
      }).verdict;
    expect(verdict(() => 1.1)).toBe('reproduced');
    expect(verdict((regime, seed) => (regime === 'wrong' && seed === 1 ? 0.9 : 3))).toBe('not reproduced');
    const clean = table(() => ({ dse: 3 })).filter(({ regime }) => regime === 'clean');
    expect(judged(claims, 'dse-rises-in-training', { training: clean }).verdict).toBe('inconclusive');
  });

  it('ask for a gain in DSMI three times as large, of networks that learn and networks that do not', () => {
    const verdict = (clean: number, wrong: number, accuracy: { readonly val_acc?: number } = {}) =>
      judged(claims, 'dsmi-generalisation-only', {
        training: table((regime) => ({ dsmi_y: regime === 'clean' ? clean : wrong, ...accuracy })),
      }).verdict;
    expect(verdict(2, 0.9)).toBe('reproduced');
    expect(verdict(2, 1.1)).toBe('not reproduced');
    expect(verdict(2, 0.9, { val_acc: 0.5 })).toBe('not reproduced');
  });
});

it('first weights are compared by the mean accuracy early and late', () => {
  const table = (late: number) =>
    [0.001, 0.1, 0.3].flatMap((deviation) =>
      seeds.flatMap((seed) =>
        [0, 1, 4, 40].map((epoch) => ({
          deviation,
          seed,
          epoch,
          initial_dse: 10 * deviation,
          val_acc: epoch === 40 && deviation === 0.3 ? late : 1 - deviation,
        })),
      ),
    );
  const verdict = (late: number) =>
    judged(claims, 'low-dse-initialisation', { initialisation: table(late) }).verdict;
  expect(verdict(0.8)).toBe('reproduced');
  expect(verdict(0.95)).toBe('not reproduced');
});

it('accuracy is predicted where ranks agree', () => {
  const table = (sign: number) =>
    Array.from({ length: 10 }, (_, i) => ({ val_acc: i / 10, dse: 0.1 * (i % 3), dsmi_y: sign * i ** 3 }));
  expect(judged(claims, 'dsmi-predicts-accuracy', { models: table(1) })).toMatchObject({
    verdict: 'reproduced',
    measurement: { value: 1 },
  });
  expect(judged(claims, 'dsmi-predicts-accuracy', { models: table(-1) }).verdict).toBe('not reproduced');
});

describe('the claims on digits', () => {
  const table = (gain: (regime: string, seed: number) => number) =>
    imageRegimes.flatMap((regime) =>
      seeds.flatMap((seed) =>
        [60, 0].map((step) => {
          const value = 1 + (step === 60 ? gain(regime, seed) : 0);
          return { regime, seed, step, dse: value, dsmi_y: value, dsmi_x: value };
        }),
      ),
    );
  const verdict = (id: string, rows: ReturnType<typeof table>) =>
    judged(claims, id, { images: rows }).verdict;

  it('ask for a rise of DSE in all regimes, of the information with the input in two', () => {
    const memorisingFalls = table((regime, seed) => (regime === 'permuted' && seed === 1 ? -0.1 : 0.5));
    expect(
      verdict(
        'digits-dse-rises',
        table(() => 0.1),
      ),
    ).toBe('reproduced');
    expect(verdict('digits-dse-rises', memorisingFalls)).toBe('not reproduced');
    expect(verdict('digits-dsmi-with-input', memorisingFalls)).toBe('reproduced');
    const contrastiveFalls = table((regime, seed) => (regime === 'contrastive' && seed === 1 ? -0.1 : 0.5));
    expect(verdict('digits-dsmi-with-input', contrastiveFalls)).toBe('not reproduced');
    const twoRegimes = table(() => 0.1).filter(({ regime }) => regime !== 'contrastive');
    expect(verdict('digits-dse-rises', twoRegimes)).toBe('inconclusive');
  });

  it('ask for a gain three times that of memorising, with labels and without', () => {
    const gains = (contrastive: number) =>
      table((regime) => ({ supervised: 2, permuted: 0.2, contrastive })[regime]!);
    expect(verdict('digits-dsmi-generalisation', gains(0.7))).toBe('reproduced');
    expect(verdict('digits-dsmi-generalisation', gains(0.5))).toBe('not reproduced');
  });
});
