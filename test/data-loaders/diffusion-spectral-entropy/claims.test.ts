import { describe, expect, it } from 'vitest';
import { claims, coverage } from '../../../data-loaders/diffusion-spectral-entropy/claims.js';
import { binCounts, limitExamples } from '../../../src/papers/diffusion-spectral-entropy/tables.js';
import { judged } from '../judged.js';

const seeds = [0, 1, 2, 3, 4];

it('the abstract is covered by claims that exist', () => {
  const ids = claims.map(({ id }) => id);
  const named = coverage.flatMap((line) => ('claims' in line ? line.claims : []));
  expect(ids).toEqual(expect.arrayContaining([...new Set(named)]));
  const abstract = claims.filter(({ origin }) => origin === 'abstract').map(({ id }) => id);
  expect(new Set(named)).toEqual(new Set(abstract));
});

it('limits stand or fall with the largest error, and with every example', () => {
  const limits = (error: number) =>
    limitExamples.map((example, i) => ({ example, dse: 2 + (i === 1 ? error : 0), expected: 2 }));
  const verdict = (rows: ReturnType<typeof limits>) => judged(claims, 'dse-limits', { limits: rows }).verdict;
  expect(verdict(limits(1e-9))).toBe('reproduced');
  expect(verdict(limits(1e-3))).toBe('not reproduced');
  expect(verdict(limits(1e-9).slice(1))).toBe('inconclusive');
});

describe('the claims on dimension', () => {
  const table = (dse: (d: number, noise: number) => number, cse: (d: number) => number = () => 8) =>
    [0.01, 0.1, 0.3].flatMap((noise) =>
      [10, 20, 30].flatMap((d) =>
        seeds.flatMap((seed) => {
          const row = { distribution: 'uniform', noise, d, seed } as const;
          return [
            // Seeds scatter around the mean.
            { ...row, estimator: 'dse', t: 1, bits: dse(d, noise) + 0.1 * (seed - 2) },
            { ...row, estimator: 'dse', t: 5, bits: 0 },
            { ...row, estimator: 'cse', t: null, bits: cse(d) },
            { ...row, distribution: 'normal', estimator: 'dse', t: 1, bits: 0 },
          ] as const;
        }),
      ),
    );
  const judgement = (id: string, rows: ReturnType<typeof table>) => judged(claims, id, { dimension: rows });
  const tracks = (rows: ReturnType<typeof table>) => judgement('dse-tracks-dimension', rows).verdict;

  it('ask for the order and for a range at every noise level', () => {
    expect(tracks(table((d) => d / 5))).toBe('reproduced');
    expect(tracks(table((d) => d / 15))).toBe('not reproduced');
    const unordered = table((d, noise) => (noise === 0.3 && d === 20 ? 1 : d / 5));
    expect(judgement('dse-tracks-dimension', unordered)).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'noise 30\u00a0%, order' },
    });
    const gap = table((d) => d / 5).filter(
      ({ estimator, d, seed }) => estimator === 'cse' || d !== 20 || seed > 0,
    );
    expect(tracks(gap)).toBe('inconclusive');
    expect(tracks(table((d) => d / 5).filter(({ seed }) => seed < 4))).toBe('inconclusive');
  });

  it('ask the level of DSE to stay where it is under noise', () => {
    const level = (lift: number) =>
      judgement(
        'dse-level-resists-noise',
        table((d, noise) => d / 5 + (d === 10 && noise === 0.3 ? lift : 0)),
      );
    expect(level(0.2)).toMatchObject({ verdict: 'reproduced', binding: { label: 'noise 30\u00a0%' } });
    expect(level(1.5).verdict).toBe('not reproduced');
  });

  it('ask the entropy of bins for one number', () => {
    const stuck = (cse: (d: number) => number) =>
      judgement(
        'cse-is-stuck',
        table((d) => d, cse),
      ).verdict;
    expect(stuck(() => 8)).toBe('reproduced');
    expect(stuck((d) => 8 - d / 1000)).toBe('not reproduced');
  });
});

describe('the claims on corrupted labels', () => {
  const shares = [0, 0.5, 0.8, 1];
  const truth = (share: number) => 1.5 * (1 - share);
  type Curves = {
    readonly dsmi?: (share: number, seed: number) => number;
    readonly rival?: (share: number) => number;
  };
  const table = ({ dsmi = (share) => 0.8 * (1 - share), rival = () => 0 }: Curves) =>
    [20, 100].flatMap((D) =>
      seeds.flatMap((seed) =>
        shares.flatMap((corruption) => {
          const row = { D, noise: 0.01, seed, corruption };
          return [
            { ...row, estimator: 'truth', mi_bits: truth(corruption) },
            { ...row, estimator: 'dsmi', mi_bits: dsmi(corruption, seed) },
            ...binCounts.map((bins) => ({
              ...row,
              estimator: `csmi-${bins}` as const,
              mi_bits: bins === 5 ? rival(corruption) : 0,
            })),
            { ...row, estimator: 'kraskov', mi_bits: rival(corruption) },
            // Beyond the paper's figure.
            { ...row, D: 5000, estimator: 'dsmi', mi_bits: 0 },
          ] as const;
        }),
      ),
    );
  const verdict = (id: string, rows: ReturnType<typeof table>) =>
    judged(claims, id, { corruption: rows }).verdict;
  const tracks = (dsmi: Curves['dsmi']) => verdict('dsmi-tracks-corruption', table({ dsmi }));

  it('ask DSMI for the order, and for levels on average', () => {
    expect(tracks((share) => 0.8 * (1 - share))).toBe('reproduced');
    expect(tracks((share, seed) => 0.8 * (1 - share) + 0.02 * (seed - 2))).toBe('reproduced');
    expect(tracks((share) => 0.4 * (1 - share))).toBe('not reproduced');
    expect(tracks((share) => 0.8 * (1 - share) + 0.06)).toBe('not reproduced');
    expect(tracks((share) => 0.8 * (1 - share) - 0.06)).toBe('not reproduced');
    expect(tracks((share) => (share === 0.5 ? -0.3 : 0.8 * (1 - share)))).toBe('not reproduced');
    expect(tracks((share, seed) => 0.8 * (1 - share) + 0.1 * (seed - 2))).toBe('inconclusive');
  });

  it('ask binned information to see nothing', () => {
    const misses = (rival: number) => verdict('csmi-misses-corruption', table({ rival: () => rival }));
    expect(misses(0.01)).toBe('reproduced');
    expect(misses(0.06)).toBe('not reproduced');
    const without = table({}).filter(({ estimator }) => estimator !== 'csmi-10');
    expect(verdict('csmi-misses-corruption', without)).toBe('inconclusive');
  });

  it.each(['dsmi-beats-shannon', 'dsmi-beats-neighbours'])('%s: asks which is closer to the truth', (id) => {
    expect(verdict(id, table({}))).toBe('reproduced');
    expect(verdict(id, table({ rival: truth }))).toBe('not reproduced');
    const lost = table({}).filter(
      ({ estimator, seed, corruption }) => estimator !== 'dsmi' || seed > 0 || corruption > 0,
    );
    expect(verdict(id, lost)).toBe('inconclusive');
  });

  it('ask the same of the neural bound, on the shares that it was fitted at', () => {
    const mine = (bits: (share: number) => number, sets = seeds) =>
      sets.flatMap((seed) =>
        [0, 1].map((corruption) => ({
          ...{ D: 20, noise: 0.01, seed, corruption, estimator: 'mine' as const },
          mi_bits: bits(corruption),
        })),
      );
    const beats = (rows: ReturnType<typeof mine>) =>
      judged(claims, 'dsmi-beats-mine', { corruption: table({}), mine: rows });
    expect(beats(mine(() => 0))).toMatchObject({ verdict: 'reproduced', conditions: { length: 1 } });
    expect(beats(mine(truth)).verdict).toBe('not reproduced');
    expect(beats(mine(() => 0, [0])).verdict).toBe('inconclusive');
    // A set that DSMI was not measured on counts as missing.
    expect(beats(mine(() => 0, [0, 1, 2, 3, 4, 5])).verdict).toBe('inconclusive');
  });
});

describe('the claims on first weights', () => {
  const table = (accuracy: (deviation: number, seed: number, epoch: number) => number) =>
    [0.001, 0.01, 0.03, 0.1, 0.3].flatMap((deviation) =>
      seeds.flatMap((seed) =>
        [0, 1, 4, 40].map((epoch) => ({
          ...{ deviation, seed, epoch, initial_dse: 10 * deviation },
          val_acc: accuracy(deviation, seed, epoch) + 0.001 * seed,
        })),
      ),
    );
  const verdict = (id: string, rows: ReturnType<typeof table>) =>
    judged(claims, id, { initialisation: rows }).verdict;

  it('ask for the order of all five sizes, early and at the end', () => {
    const order = (rows: ReturnType<typeof table>) => verdict('low-dse-initialisation', rows);
    expect(order(table((deviation) => 1 - deviation))).toBe('reproduced');
    // The best start is in between.
    expect(order(table((deviation) => 1 - Math.abs(Math.log(deviation / 0.03))))).toBe('not reproduced');
    expect(order(table((deviation, _, epoch) => (epoch === 40 ? deviation : 1 - deviation)))).toBe(
      'not reproduced',
    );
    const lost = table((deviation) => 1 - deviation).filter(
      ({ deviation, seed, epoch }) => deviation !== 0.3 || seed !== 1 || epoch !== 40,
    );
    expect(order(lost)).toBe('inconclusive');
  });

  it('compare small with large ones by pairs', () => {
    const pair = (late: number) =>
      verdict(
        'high-dse-initialisation',
        table((deviation, _, epoch) => (epoch === 40 && deviation === 0.3 ? late : 1 - deviation)),
      );
    expect(pair(0.8)).toBe('reproduced');
    expect(pair(0.95)).toBe('not reproduced');
  });
});

describe('the claims on many models', () => {
  const table = (dsmi: (i: number) => number, count = 40) =>
    Array.from({ length: count }, (_, i) => ({ val_acc: i / count, dse: i % 3, dsmi_y: dsmi(i) }));
  const verdict = (id: string, rows: ReturnType<typeof table>) =>
    judged(claims, id, { models: rows }).verdict;

  it('accuracy is predicted where ranks agree', () => {
    const jumbled = (i: number) => i + 12 * Math.sin(3 * i);
    expect(verdict('dsmi-predicts-accuracy', table(jumbled))).toBe('reproduced');
    expect(
      verdict(
        'dsmi-predicts-accuracy',
        table((i) => -jumbled(i)),
      ),
    ).toBe('not reproduced');
    expect(
      verdict(
        'dsmi-predicts-accuracy',
        table((i) => i + 12 * Math.sin(3 * i), 8),
      ),
    ).toBe('inconclusive');
  });

  it('more closely than by DSE, where DSE knows less', () => {
    expect(
      verdict(
        'dsmi-predicts-beyond-dse',
        table((i) => i),
      ),
    ).toBe('reproduced');
    expect(
      verdict(
        'dsmi-predicts-beyond-dse',
        table((i) => i % 3),
      ),
    ).toBe('not reproduced');
  });
});
