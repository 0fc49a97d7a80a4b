import { describe, expect, it } from 'vitest';
import { claims } from '../../../data-loaders/entropy-coupling-bottleneck/claims.js';
import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';
import { isTested, type TestedClaim } from '../../../src/lib/experiment/claim.js';
import type { Row } from '../../../src/lib/experiment/column.js';
import { tableOf } from '../../../src/lib/experiment/table.js';

function judged(id: string, rows: Readonly<Record<string, readonly Row[]>>) {
  const claim = claims.find((candidate) => candidate.id === id) as TestedClaim;
  const tables = Object.entries(rows).map(([name, of]) => [name, tableOf(Object.keys(of[0]), of)] as const);
  const measurement = claim.measure(Object.fromEntries(tables));
  return { measurement, verdict: claim.judge(measurement) };
}

describe('claims on codes and couplings', () => {
  const source = {
    rates: 20, violations: 0, worst_gap: 0.4, bound: 0.5, mean_distance: 0.05, equal: 10, exceptions: 0, least_slack: 0,
  }; // prettier-ignore
  const encoder = (change: Partial<typeof source>) => ({ encoder: [source, { ...source, ...change }] });

  it('one violation or one exception is enough', () => {
    expect(judged('ebim-gap-bound', encoder({})).verdict).toBe('reproduced');
    expect(judged('ebim-gap-bound', encoder({}))).toMatchObject({
      measurement: { unit: 'violations in 40 codes' },
    });
    expect(judged('ebim-gap-bound', encoder({ violations: 1 })).verdict).toBe('not reproduced');
    expect(judged('mcb-decomposition', encoder({})).verdict).toBe('reproduced');
    expect(judged('mcb-decomposition', encoder({ exceptions: 1 })).verdict).toBe('not reproduced');
  });

  it('the greedy code has to be near the best and often equal to it', () => {
    const id = 'greedy-near-deterministic-optimum';
    expect(judged(id, encoder({})).verdict).toBe('reproduced');
    expect(judged(id, encoder({ mean_distance: 0.2 })).verdict).toBe('not reproduced');
    expect(judged(id, encoder({ equal: 4 })).verdict).toBe('not reproduced');
  });

  it('perturbations that beat the curve count, those of one code only in words', () => {
    const rows = (exceed: number, own_exceed: number) => ({
      perturbation: [{ compared: 10, exceed, own_compared: 9, own_exceed }],
    });
    expect(judged('thm3-local-optimality', rows(0, 3)).verdict).toBe('reproduced');
    expect(judged('thm3-local-optimality', rows(0, 3)).measurement.detail).toContain('3 of 9 exceed');
    expect(judged('thm3-local-optimality', rows(2, 0)).verdict).toBe('not reproduced');
  });

  it('joint entropies are judged at 64 symbols, the excess at every size', () => {
    const rows = (greedy: number, excess: number) => ({
      joint_entropy: [
        { size: 64, greedy, independent: 10, least: 5 },
        { size: 8, greedy: 2 + excess, independent: 5, least: 2 },
      ],
    });
    expect(judged('mec-greedy-low-entropy', rows(5.5, 0.9)).verdict).toBe('reproduced');
    expect(judged('mec-greedy-low-entropy', rows(6.1, 0.9)).measurement.value).toBe(2);
    expect(judged('mec-greedy-low-entropy', rows(5.5, 1.1)).verdict).toBe('not reproduced');
  });

  it('the output has to grow more uncertain, given the input', () => {
    const cells = (ratio: number, joint: readonly number[]) =>
      joint.map((mass, i) => ({ ratio, x: i >> 1, y: i & 1, mass }));
    const [sure, half, unsure] = [[0.5, 0, 0, 0.5], [0.5, 0, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]];
    const id = 'coupling-more-stochastic';
    const ordered = { coupling: [...cells(1, sure), ...cells(2, half), ...cells(3, unsure)] };
    expect(judged(id, ordered).verdict).toBe('reproduced');
    expect(judged(id, ordered).measurement.detail).toContain('0.00 (ratio 1), 0.50 (ratio 2), 1.00 (ratio 3)');
    expect(judged(id, { coupling: [...cells(1, sure), ...cells(2, unsure), ...cells(3, half)] }).verdict).toBe('not reproduced');
    expect(judged(id, { coupling: [...cells(1, half), ...cells(2, half)] }).verdict).toBe('not reproduced');
  }); // prettier-ignore
});

describe('claims on the game', () => {
  type Cell = { beta: number; ratio: number; encoder: string };
  const game = (accuracy: (cell: Cell) => number, reward: (cell: Cell) => number) => ({
    game: [0.002, 0.03].flatMap((beta) =>
      [1, 2].flatMap((ratio) =>
        ['greedy', 'uniform'].map((encoder) => {
          const cell = { beta, ratio, encoder };
          return { ...cell, seed: 0, episodes: 100, reward_variance: 0.01, accuracy: accuracy(cell), reward: reward(cell) };
        }),
      ),
    ),
  }); // prettier-ignore
  const falling = ({ beta }: Cell) => (beta === 0.03 ? 0.3 : 0.6);

  it('greedy has to be better in every cell above ratio 1', () => {
    const id = 'mcg-greedy-beats-uniform';
    const better = ({ ratio, encoder }: Cell) => (ratio > 1 && encoder === 'greedy' ? 0.4 : 0.2);
    expect(judged(id, game(better, falling))).toMatchObject({ verdict: 'reproduced', measurement: { value: expect.closeTo(0.2, 9) } });
    const once = (cell: Cell) => (cell.beta === 0.03 ? 0.2 : better(cell));
    expect(judged(id, game(once, falling)).verdict).toBe('not reproduced');
  }); // prettier-ignore

  it('accuracy rises, the reward falls, and does not depend on the encoder', () => {
    const id = 'mcg-tradeoff';
    const rising = ({ beta }: Cell) => (beta === 0.03 ? 1 : 0.9);
    expect(judged(id, game(rising, falling)).verdict).toBe('reproduced');
    expect(
      judged(
        id,
        game(() => 0.97, falling),
      ).verdict,
    ).toBe('not reproduced');
    expect(
      judged(
        id,
        game(rising, () => 0.5),
      ).verdict,
    ).toBe('not reproduced');
    const dependent = (cell: Cell) => falling(cell) + (cell.encoder === 'greedy' ? 0.1 : 0);
    expect(judged(id, game(rising, dependent)).verdict).toBe('not reproduced');
  });

  it('beliefs are compared at an early step', () => {
    const belief = (low: number) => ({
      belief: [0.002, 0.03].flatMap((beta) =>
        [10, 60].map((step) => ({
          beta, ratio: 1, encoder: 'greedy', step, belief_word: step === 60 ? 1 : beta === 0.03 ? 0.8 : low,
        })),
      ),
    }); // prettier-ignore
    expect(judged('belief-slower-at-low-beta', belief(0.5)).verdict).toBe('reproduced');
    expect(judged('belief-slower-at-low-beta', belief(0.8)).verdict).toBe('not reproduced');
  });
});

it('every claim has its own id, names tables that exist, and says where the paper makes it', async () => {
  const tables = experimentsOf(await loadPaper('entropy-coupling-bottleneck')).flatMap(({ definition }) =>
    Object.keys(definition.tables),
  );
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  for (const claim of claims) {
    expect(claim.reported.where).not.toBe('');
    if (isTested(claim)) expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  }
});
