import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/entropy-coupling-bottleneck/claims.js';
import { judged } from '../judged.js';

describe('claims on codes and couplings', () => {
  const source = {
    rates: 20,
    violations: 0,
    worst_gap: 0.4,
    bound: 0.5,
    mean_distance: 0.05,
    equal: 10,
    exceptions: 0,
    least_slack: 0,
  };
  const encoder = (change: Partial<typeof source>) => ({ encoder: [source, { ...source, ...change }] });

  it('one violation or one exception is enough', () => {
    expect(judged(claims, 'ebim-gap-bound', encoder({})).verdict).toBe('reproduced');
    expect(judged(claims, 'ebim-gap-bound', encoder({}))).toMatchObject({
      measurement: { unit: 'violations in 40 codes' },
    });
    expect(judged(claims, 'ebim-gap-bound', encoder({ violations: 1 })).verdict).toBe('not reproduced');
    expect(judged(claims, 'mcb-decomposition', encoder({})).verdict).toBe('reproduced');
    expect(judged(claims, 'mcb-decomposition', encoder({ exceptions: 1 })).verdict).toBe('not reproduced');
  });

  it('the greedy code has to be near the best and often equal to it', () => {
    const id = 'greedy-near-deterministic-optimum';
    expect(judged(claims, id, encoder({})).verdict).toBe('reproduced');
    expect(judged(claims, id, encoder({ mean_distance: 0.2 })).verdict).toBe('not reproduced');
    expect(judged(claims, id, encoder({ equal: 4 })).verdict).toBe('not reproduced');
  });

  it('perturbations that beat the curve count, those of one code only in words', () => {
    const rows = (exceed: number, own_exceed: number) => ({
      perturbation: [{ compared: 10, exceed, own_compared: 9, own_exceed }],
    });
    expect(judged(claims, 'thm3-local-optimality', rows(0, 3)).verdict).toBe('reproduced');
    expect(judged(claims, 'thm3-local-optimality', rows(0, 3)).measurement.detail).toContain('3 of 9 exceed');
    expect(judged(claims, 'thm3-local-optimality', rows(2, 0)).verdict).toBe('not reproduced');
  });

  it('joint entropies are judged at 64 symbols, the excess at every size', () => {
    const rows = (greedy: number, excess: number) => ({
      joint_entropy: [
        { size: 64, greedy, independent: 10, least: 5 },
        { size: 8, greedy: 2 + excess, independent: 5, least: 2 },
      ],
    });
    expect(judged(claims, 'mec-greedy-low-entropy', rows(5.5, 0.9)).verdict).toBe('reproduced');
    expect(judged(claims, 'mec-greedy-low-entropy', rows(6.1, 0.9)).measurement.value).toBe(2);
    expect(judged(claims, 'mec-greedy-low-entropy', rows(5.5, 1.1)).verdict).toBe('not reproduced');
  });

  it('the output has to grow more uncertain, given the input', () => {
    const cells = (ratio: number, joint: readonly number[]) =>
      joint.map((mass, i) => ({ ratio, x: i >> 1, y: i & 1, mass }));
    const [sure, half, unsure] = [
      [0.5, 0, 0, 0.5],
      [0.5, 0, 0.25, 0.25],
      [0.25, 0.25, 0.25, 0.25],
    ];
    const id = 'coupling-more-stochastic';
    const ordered = { coupling: [...cells(1, sure), ...cells(2, half), ...cells(3, unsure)] };
    expect(judged(claims, id, ordered).verdict).toBe('reproduced');
    expect(judged(claims, id, ordered).measurement.detail).toContain(
      '0.00 (ratio 1), 0.50 (ratio 2), 1.00 (ratio 3)',
    );
    expect(
      judged(claims, id, { coupling: [...cells(1, sure), ...cells(2, unsure), ...cells(3, half)] }).verdict,
    ).toBe('not reproduced');
    expect(judged(claims, id, { coupling: [...cells(1, half), ...cells(2, half)] }).verdict).toBe(
      'not reproduced',
    );
  });
});

describe('claims on the game', () => {
  type Cell = { beta: number; ratio: number; encoder: 'greedy' | 'uniform' };
  const game = (accuracy: (cell: Cell) => number, reward: (cell: Cell) => number) => ({
    game: [0.002, 0.03].flatMap((beta) =>
      [1, 2].flatMap((ratio) =>
        (['greedy', 'uniform'] as const).map((encoder) => {
          const cell = { beta, ratio, encoder };
          return {
            ...cell,
            seed: 0,
            episodes: 100,
            reward_variance: 0.01,
            accuracy: accuracy(cell),
            reward: reward(cell),
          };
        }),
      ),
    ),
  });
  const falling = ({ beta }: Cell) => (beta === 0.03 ? 0.3 : 0.6);

  it('greedy has to be better in every cell above ratio 1', () => {
    const id = 'mcg-greedy-beats-uniform';
    const better = ({ ratio, encoder }: Cell) => (ratio > 1 && encoder === 'greedy' ? 0.4 : 0.2);
    expect(judged(claims, id, game(better, falling))).toMatchObject({
      verdict: 'reproduced',
      measurement: { value: expect.closeTo(0.2, 9) },
    });
    const once = (cell: Cell) => (cell.beta === 0.03 ? 0.2 : better(cell));
    expect(judged(claims, id, game(once, falling)).verdict).toBe('not reproduced');
  });

  it('accuracy rises, the reward falls, and does not depend on the encoder', () => {
    const id = 'mcg-tradeoff';
    const rising = ({ beta }: Cell) => (beta === 0.03 ? 1 : 0.9);
    expect(judged(claims, id, game(rising, falling)).verdict).toBe('reproduced');
    expect(
      judged(
        claims,
        id,
        game(() => 0.97, falling),
      ).verdict,
    ).toBe('not reproduced');
    expect(
      judged(
        claims,
        id,
        game(rising, () => 0.5),
      ).verdict,
    ).toBe('not reproduced');
    const dependent = (cell: Cell) => falling(cell) + (cell.encoder === 'greedy' ? 0.1 : 0);
    expect(judged(claims, id, game(rising, dependent)).verdict).toBe('not reproduced');
  });

  it('beliefs are compared at an early step', () => {
    const belief = (low: number) => ({
      belief: [0.002, 0.03].flatMap((beta) =>
        [10, 60].map((step) => ({
          beta,
          ratio: 1,
          encoder: 'greedy' as const,
          step,
          belief_word: step === 60 ? 1 : beta === 0.03 ? 0.8 : low,
        })),
      ),
    });
    expect(judged(claims, 'belief-slower-at-low-beta', belief(0.5)).verdict).toBe('reproduced');
    expect(judged(claims, 'belief-slower-at-low-beta', belief(0.8)).verdict).toBe('not reproduced');
  });
});
