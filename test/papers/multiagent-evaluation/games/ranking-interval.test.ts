import { expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import { responseGraphRank } from '../../../../src/papers/multiagent-evaluation/games/alpha-rank.js';
import { randomConstantSumGame } from '../../../../src/papers/multiagent-evaluation/games/known/random-games.js';
import { rankingInterval } from '../../../../src/papers/multiagent-evaluation/games/ranking-interval.js';
import {
  type Edges,
  gains,
  unilateralEdges,
} from '../../../../src/papers/multiagent-evaluation/games/unilateral-edges.js';

/** Least and greatest π of every profile over all directions of the undecided edges, by trying each. */
function enumerated(sizes: readonly number[], edges: Edges, directions: Float64Array, epsilon: number) {
  const open = Array.from({ length: edges.count }, (_, e) => e).filter((e) => directions[e] === 0);
  let low: Float64Array | undefined;
  let high: Float64Array | undefined;
  for (let bits = 0; bits < 2 ** open.length; bits++) {
    const chosen = directions.slice();
    open.forEach((e, i) => (chosen[e] = (bits >> i) & 1 ? 1 : -1));
    const pi = responseGraphRank(sizes, edges, chosen, epsilon);
    low = low?.map((value, i) => Math.min(value, pi[i])) ?? pi;
    high = high?.map((value, i) => Math.max(value, pi[i])) ?? pi;
  }
  return { low: low!, high: high! };
}

it('is what trying every direction finds, on graphs with up to nine undecided edges', () => {
  for (const [sizes, undecided, epsilon] of [
    [[3, 3], 0.2, 1e-6],
    [[3, 3], 0.5, 0.01],
    [[2, 2, 2], 0.6, 1e-3],
    [[4, 2], 0.4, 1e-6],
  ] as const)
    for (let seed = 0; seed < 6; seed++) {
      const { uniform } = random(1, seed, ...sizes);
      const edges = unilateralEdges(sizes);
      let open = 0;
      const directions = Float64Array.from({ length: edges.count }, () => {
        if (uniform() < undecided && open++ < 9) return 0;
        return uniform() < 0.5 ? -1 : 1;
      });
      const { low, high } = enumerated(sizes, edges, directions, epsilon);
      low.forEach((least, profile) => {
        const interval = rankingInterval(profile, sizes, edges, directions, epsilon);
        expect(Math.abs(interval.low - least)).toBeLessThan(1e-9);
        expect(Math.abs(interval.high - high[profile])).toBeLessThan(1e-9);
      });
    }
});

it('is a point where all is decided, and holds the ranking where some edges are forgotten', () => {
  const game = randomConstantSumGame(3, 0.01, random(5));
  const edges = unilateralEdges(game.sizes);
  const truth = gains(game, edges);
  const pi = responseGraphRank(game.sizes, edges, truth);
  const forgotten = truth.map((gain, e) => (e % 3 ? gain : 0));
  pi.forEach((value, profile) => {
    expect(rankingInterval(profile, game.sizes, edges, truth)).toEqual({ low: value, high: value });
    const { low, high } = rankingInterval(profile, game.sizes, edges, forgotten);
    expect(low).toBeLessThanOrEqual(value + 1e-12);
    expect(high).toBeGreaterThanOrEqual(value - 1e-12);
  });
});
