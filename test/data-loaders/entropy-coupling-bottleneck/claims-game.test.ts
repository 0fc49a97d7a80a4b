import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/entropy-coupling-bottleneck/claims.js';
import { judged } from '../judged.js';

type Cell = { beta: number; ratio: number; encoder: 'greedy' | 'uniform' };

/** Five seeds of a game that differ a little. */
function game({
  accuracy = () => 0.9,
  reward = () => 0.5,
  information = () => 3,
}: {
  accuracy?: (cell: Cell) => number;
  reward?: (cell: Cell) => number;
  information?: (cell: Cell) => number;
}) {
  return {
    game: [0.002, 0.01, 0.03].flatMap((beta) =>
      [1, 2].flatMap((ratio) =>
        (['greedy', 'uniform'] as const).flatMap((encoder) =>
          [0, 1, 2, 3, 4].map((seed) => {
            const cell = { beta, ratio, encoder };
            const jitter = 0.001 * ((seed * 3 + Number(encoder === 'greedy')) % 5);
            return {
              ...cell,
              seed,
              rate: 7 / ratio,
              accuracy: Math.min(1, accuracy(cell) + jitter),
              reward: reward(cell) + jitter,
              information: information(cell) + jitter,
            };
          }),
        ),
      ),
    ),
  };
}

describe('claims on the game', () => {
  it('greedy has to be better in every cell above ratio 1', () => {
    const id = 'mcg-greedy-beats-uniform';
    const better = ({ ratio, encoder }: Cell) => (ratio > 1 && encoder === 'greedy' ? 0.4 : 0.2);
    const found = judged(claims, id, game({ accuracy: better }));
    expect(found).toMatchObject({ verdict: 'reproduced', measurement: { repetitions: 5 } });
    expect(found.conditions.map(({ label }) => label)).toEqual([
      'ratio 2, β = 0.002',
      'ratio 2, β = 0.01',
      'ratio 2, β = 0.03',
    ]);
    const once = (cell: Cell) => (cell.beta === 0.03 ? 0.2 : better(cell));
    expect(judged(claims, id, game({ accuracy: once }))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'ratio 2, β = 0.03' },
    });
  });

  it('bits are equal where neither encoder tells a tenth of the rate more', () => {
    const verdictOf = (more: number) =>
      judged(
        claims,
        'mcg-equal-bits',
        game({ information: ({ encoder }) => 3 + (encoder === 'greedy' ? more : 0) }),
      ).verdict;
    expect(verdictOf(0)).toBe('reproduced');
    expect(verdictOf(0.5)).toBe('not reproduced');
    expect(verdictOf(-0.5)).toBe('not reproduced');
  });

  it('errors have to halve along β, however few there are', () => {
    const verdictOf = (errors: readonly [number, number, number]) =>
      judged(
        claims,
        'mcg-tradeoff-accuracy',
        game({ accuracy: ({ beta }) => 1 - errors[[0.002, 0.01, 0.03].indexOf(beta)] }),
      ).verdict;
    expect(verdictOf([0.03, 0.02, 0])).toBe('reproduced');
    expect(verdictOf([0.3, 0.25, 0.2])).toBe('not reproduced');
    expect(verdictOf([0, 0, 0])).toBe('not reproduced');
  });

  it('the reward has to fall along β', () => {
    const verdictOf = (rewards: readonly [number, number, number]) =>
      judged(
        claims,
        'mcg-tradeoff-reward',
        game({ reward: ({ beta }) => rewards[[0.002, 0.01, 0.03].indexOf(beta)] }),
      ).verdict;
    expect(verdictOf([0.6, 0.5, 0.3])).toBe('reproduced');
    expect(verdictOf([0.6, 0.55, 0.5])).toBe('not reproduced');
    expect(verdictOf([0.5, 0.5, 0.5])).toBe('not reproduced');
  });

  it('the reward must not hang on the encoder', () => {
    const verdictOf = (more: number) =>
      judged(
        claims,
        'mcg-reward-unaffected',
        game({ reward: ({ encoder }) => 0.5 + (encoder === 'greedy' ? more : 0) }),
      ).verdict;
    expect(verdictOf(0)).toBe('reproduced');
    expect(verdictOf(0.1)).toBe('not reproduced');
    expect(verdictOf(-0.1)).toBe('not reproduced');
  });

  it('two seeds decide nothing', () => {
    const rows = game({ accuracy: ({ encoder }) => (encoder === 'greedy' ? 0.9 : 0.1) });
    const few = { game: rows.game.filter(({ seed }) => seed < 2) };
    expect(judged(claims, 'mcg-greedy-beats-uniform', few).verdict).toBe('inconclusive');
  });

  it('beliefs are compared along β, early on, over games', () => {
    const belief = (rises: (step: number) => boolean) => ({
      belief: [1, 2, 3].flatMap((ratio) =>
        (['greedy', 'uniform'] as const).flatMap((encoder) =>
          [0.002, 0.01, 0.03].flatMap((beta, level) =>
            [5, 10, 20, 60].map((step) => ({
              ...{ beta, ratio, encoder, step },
              belief_word: rises(step) ? 0.5 + 0.1 * level : 1 - 0.1 * level,
            })),
          ),
        ),
      ),
    });
    const id = 'belief-slower-at-low-beta';
    expect(
      judged(
        claims,
        id,
        belief(() => true),
      ),
    ).toMatchObject({
      verdict: 'reproduced',
      measurement: { repetitions: 6 },
    });
    expect(
      judged(
        claims,
        id,
        belief((step) => step !== 20),
      ),
    ).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: 'after 20 steps' },
    });
    expect(
      judged(
        claims,
        id,
        belief((step) => step !== 60),
      ).verdict,
    ).toBe('reproduced');
  });
});
