import { describe, expect, it } from 'vitest';
import { claims, coverage } from '../../../data-loaders/adaptive-estimators/claims.js';
import type { RunRow } from '../../../data-loaders/adaptive-estimators/measures.js';
import { estimators, layerMaps } from '../../../src/papers/adaptive-estimators/tables.js';
import { judged } from '../judged.js';

/** Networks whose layers all drop by the same, with a gap and a life. */
function runs(
  activation: RunRow['activation'],
  l2: number,
  drops: readonly number[],
  change: Partial<RunRow> = {},
): Partial<RunRow>[] {
  return drops.flatMap((drop, seed) =>
    [1, 2, 3, 4, 5].map((layer) => ({
      ...{ activation, l2, split: 'random', seed, layer, drop, rel_drop: drop / 10 },
      ...{ acc_train: 0.99, acc_test: 0.95, alive: true, ...change },
    })),
  );
}

const sequence = <T>(count: number, value: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => value(at));

it('the abstract is covered by claims that exist', () => {
  const named = coverage.flatMap((line) => ('claims' in line ? line.claims : []));
  const abstract = claims.filter(({ origin }) => origin === 'abstract').map(({ id }) => id);
  expect(new Set(named)).toEqual(new Set(abstract));
});

describe('the claims on compression', () => {
  /** Networks with the courses of their last layers. */
  const networks = (activation: 'relu' | 'swish', course: (at: number) => readonly number[], dead = 0) => {
    const courses = sequence(8, course);
    return {
      plane: courses.flatMap((values, seed) =>
        values.map((i_xt, epoch) => ({
          ...({ activation, l2: 0, split: 'random', estimator: 'ebab' } as const),
          ...{ seed, layer: 5, epoch, i_xt },
        })),
      ),
      runs: courses.flatMap((values, seed) =>
        runs(activation, 0, [Math.max(...values) - values[values.length - 1]], { alive: seed >= dead }).map(
          (row) => ({ ...row, seed }),
        ),
      ),
    };
  };
  const verdict = (relu: ReturnType<typeof networks>, swish = networks('swish', () => [5, 6, 4])) =>
    judged(claims, 'compression-without-saturation', {
      plane: [...relu.plane, ...swish.plane],
      runs: [...relu.runs, ...swish.runs],
    });

  it('ask most networks for a fall that the same readings would not leave in any order', () => {
    expect(verdict(networks('relu', () => [5, 6, 4]))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: 1, repetitions: 8 },
    });
    expect(verdict(networks('relu', () => [5, 6, 5.6]))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'relu' },
    });
    // Half a bit below the highest, but above the mean of the course.
    expect(verdict(networks('relu', () => [2, 6, 5])).verdict).toBe('not reproduced');
    expect(verdict(networks('relu', (seed) => (seed < 4 ? [5, 6, 4] : [4, 5, 6]))).verdict).toBe(
      'inconclusive',
    );
    expect(verdict(networks('relu', () => [5, 6, 4], 8)).verdict).toBe('not reproduced');
    const lost = networks('relu', () => [5, 6, 4]);
    expect(verdict({ ...lost, plane: lost.plane.slice(3) }).verdict).toBe('inconclusive');
  });

  it('ask many ReLU networks', () => {
    const share = (drop: number, change = {}) =>
      judged(claims, 'relu-compresses', {
        initialisations: runs('relu', 0, new Array<number>(40).fill(drop), change),
      }).verdict;
    expect(share(0.6)).toBe('reproduced');
    expect(share(0.4)).toBe('not reproduced');
    expect(share(0.6, { alive: false })).toBe('not reproduced');
  });

  const amounts = (tanh: number, others = 0.3) => [
    ...runs(
      'tanh',
      0,
      sequence(6, (at) => tanh + 0.1 * at),
    ),
    ...runs(
      'relu',
      0,
      sequence(6, (at) => 0.3 + 0.1 * (at % 2)),
    ),
    ...runs(
      'softplus',
      0,
      sequence(5, (at) => 0.3 + 0.1 * (at % 2)),
    ),
    ...runs(
      'swish',
      0,
      sequence(5, () => others),
    ),
    // The code's own split is another task.
    ...runs('tanh', 0, new Array<number>(6).fill(0), { split: 'counting' }),
  ];

  it.each(['amount-depends-on-activation', 'tanh-compresses-most'])(
    '%s: compares pairs of one seed',
    (id) => {
      const found = (rows: Partial<RunRow>[]) => judged(claims, id, { runs: rows });
      expect(found(amounts(2))).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
      expect(found(amounts(0.2)).verdict).toBe('not reproduced');
      expect(found(amounts(2).filter(({ seed }) => seed! < 4)).verdict).toBe('inconclusive');
      const lost = amounts(2).filter(({ activation, seed }) => activation !== 'tanh' || seed !== 1);
      expect(found(lost).verdict).toBe('inconclusive');
    },
  );

  it('ask tanh to lead every other activation', () => {
    expect(judged(claims, 'tanh-compresses-most', { runs: amounts(2, 4) })).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'tanh and swish' },
    });
  });

  it('compare tanh with ReLU over many networks', () => {
    const verdictOf = (tanh: number) =>
      judged(claims, 'amount-differs-tanh-relu', { initialisations: amounts(tanh) }).verdict;
    expect(verdictOf(2)).toBe('reproduced');
    expect(verdictOf(0.2)).toBe('not reproduced');
  });

  it('ask for a spread over seeds, of both activations', () => {
    const varied = (relative: number, count = 40) =>
      judged(claims, 'initialisation-varies', {
        initialisations: (['relu', 'tanh'] as const).flatMap((activation) =>
          runs(
            activation,
            0,
            sequence(
              count,
              (at) => 2 + 2 * (activation === 'relu' ? 0.8 : relative) * Math.sqrt(2) * Math.sin(at),
            ),
          ),
        ),
      });
    expect(varied(0.8).verdict).toBe('reproduced');
    expect(varied(0.1)).toMatchObject({ verdict: 'not reproduced', binding: { label: 'tanh' } });
    expect(varied(0.8, 10)).toMatchObject({
      verdict: 'inconclusive',
      because: expect.stringContaining('alive'),
    });
  });
});

describe('the claims on L2', () => {
  const without = (activation: 'relu' | 'tanh') =>
    runs(
      activation,
      0,
      sequence(6, (at) => 1 + 0.1 * at),
    );
  const penalised = (activation: 'relu' | 'tanh', drop: number, change: Partial<RunRow> = {}) =>
    runs(
      activation,
      0.015,
      sequence(6, (at) => drop + 0.1 * (at % 3)),
      change,
    );

  it('ask both activations for more compression', () => {
    const found = (relu: Partial<RunRow>[]) =>
      judged(claims, 'l2-increases-compression', {
        runs: [...without('relu'), ...without('tanh'), ...penalised('tanh', 4), ...relu],
      });
    expect(found(penalised('relu', 4)).verdict).toBe('reproduced');
    expect(found(penalised('relu', 1.5))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'relu' },
    });
    expect(found(penalised('relu', 4).filter(({ seed }) => seed! < 4)).verdict).toBe('inconclusive');
    // What is dead says nothing, and has not compressed.
    expect(found(penalised('relu', 4, { alive: false })).verdict).toBe('not reproduced');
  });

  it.each(['relu', 'tanh'] as const)(
    'ask %s for a smaller gap, at no cost of test accuracy',
    (activation) => {
      const found = (change: Partial<RunRow>, base = without(activation)) =>
        judged(claims, `l2-prevents-overfitting-${activation}`, {
          runs: [...base, ...penalised(activation, 4, change)],
        });
      expect(found({ acc_test: 0.98 }).verdict).toBe('reproduced');
      expect(found({ acc_test: 0.94 }).verdict).toBe('not reproduced');
      expect(found({ acc_train: 0.9, acc_test: 0.9 })).toMatchObject({
        verdict: 'not reproduced',
        binding: { label: 'test accuracy' },
      });
      expect(found({ acc_test: 0.98, alive: false }).verdict).toBe('not reproduced');
      const fitting = without(activation).map((row) => ({ ...row, acc_test: 0.985 }));
      expect(found({ acc_test: 0.99 }, fitting)).toMatchObject({
        verdict: 'inconclusive',
        because: expect.stringContaining('mean gap without L2'),
      });
    },
  );
});

describe('the claims on generalisation', () => {
  /** Networks of which some layers' drop follows the accuracy. */
  const correlated = (layers: number[], count: number) =>
    (['tanh', 'relu'] as const).flatMap((activation) =>
      runs(activation, 0, new Array<number>(count).fill(0)).map((row) => {
        const seed = row.seed!;
        const follows = layers.includes(row.layer!);
        return {
          ...row,
          acc_test: 0.9 + seed / 1000,
          drop: follows ? seed + 3 * Math.sin(3 * seed) : Math.abs(seed - (count - 1) / 2),
        };
      }),
    );
  const verdict = (id: string, layers: number[], count = 32) =>
    judged(claims, id, { initialisations: correlated(layers, count) }).verdict;

  it('ask for a correlation in the last layer', () => {
    expect(verdict('last-layer-correlates', [5])).toBe('reproduced');
    expect(verdict('last-layer-correlates', [])).toBe('inconclusive');
    expect(verdict('last-layer-correlates', [5], 29)).toBe('inconclusive');
    const falling = correlated([5], 32).map((row) => ({ ...row, drop: -row.drop }));
    expect(judged(claims, 'last-layer-correlates', { initialisations: falling }).verdict).toBe(
      'not reproduced',
    );
  });

  it('ask the last layer to correlate more than those before it', () => {
    expect(verdict('last-layer-only-correlates', [1, 5])).toBe('reproduced');
    expect(verdict('last-layer-only-correlates', [4, 5])).toBe('not reproduced');
    expect(verdict('last-layer-only-correlates', [5], 29)).toBe('inconclusive');
  });
});

describe('the claims on rulers', () => {
  const reading = (fixed: number, adaptive: number, networks = 6) =>
    [0, 100, 300].flatMap((epoch) =>
      sequence(networks, (seed) => seed).flatMap((seed) =>
        estimators.map((estimator) => ({
          ...({ activation: 'relu', l2: 0, split: 'random' } as const),
          ...{ seed, layer: 5, epoch, estimator, max_abs: 1 + epoch },
          i_xt: 5 + (epoch / 300) * ((estimator === 'fixed-kde' ? fixed : adaptive) + 0.01 * seed),
        })),
      ),
    );

  it('see a fixed estimate that rises with the scale where the adaptive ones do not', () => {
    const found = (fixed: number, adaptive: number, networks?: number) =>
      judged(claims, 'fixed-noise-tracks-scale', { rulers: reading(fixed, adaptive, networks) }).verdict;
    expect(found(1.2, -0.5)).toBe('reproduced');
    expect(found(0.9, 0)).toBe('not reproduced');
    expect(found(2, 0.8)).toBe('not reproduced');
    expect(found(2, -0.8)).toBe('not reproduced');
    expect(found(1.2, -0.5, 2)).toBe('inconclusive');
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
    const found = (invariance: ReturnType<typeof rows>) =>
      judged(claims, 'ebab-scale-free', { invariance }).verdict;
    expect(found(rows(1e-12, 1))).toBe('reproduced');
    expect(found(rows(1e-6, 1))).toBe('not reproduced');
    expect(found(rows(0, 0))).toBe('not reproduced');
    expect(found(rows(0, 1).filter(({ estimator }) => estimator !== 'akde'))).toBe('inconclusive');
  });
});
