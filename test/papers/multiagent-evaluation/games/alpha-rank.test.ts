import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alphaRank,
  infiniteAlphaRank,
  logFixation,
} from '../../../../src/papers/multiagent-evaluation/games/alpha-rank.js';
import { constantSum, type Game, marginal } from '../../../../src/papers/multiagent-evaluation/games/game.js';
import { cyclicGame } from '../../../../src/papers/multiagent-evaluation/games/known/rock-paper-scissors.js';
import { soccerGame } from '../../../../src/papers/multiagent-evaluation/games/known/soccer.js';
import { closeTo } from './close-to.js';

/** Oracle 2 of the recipe: a dominance-solvable game of two strategies each. */
const dominance = constantSum([
  [0.5, 0.85],
  [0.15, 0.5],
]);

describe('fixation', () => {
  it('has the value of the released formula', () => {
    expect(Math.abs(Math.exp(logFixation(0.1 * 0.35, 50)) - 0.0416285391507)).toBeLessThan(1e-10);
  });

  it('is 1/m without advantage, continuous there, and obeys ρ(u)/ρ(−u) = e^{(m−1)u} at any size', () => {
    for (const m of [2, 50]) {
      expect(Math.exp(logFixation(0, m))).toBeCloseTo(1 / m, 15);
      expect(Math.exp(logFixation(1e-9, m))).toBeCloseTo(1 / m, 8);
      for (const u of [1e-6, 0.3, 5, 400]) {
        const ratio = logFixation(u, m) - logFixation(-u, m);
        expect(Math.abs(ratio / ((m - 1) * u) - 1)).toBeLessThan(1e-9);
      }
    }
  });
});

describe('α-Rank', () => {
  it('is a product of two-state chains where a strategy of each player dominates', () => {
    closeTo(infiniteAlphaRank(dominance, 0.01), [0.99 * 0.99, 0.99 * 0.01, 0.01 * 0.99, 0.01 * 0.01], 1e-9);
  });

  it('agrees with OpenSpiel at finite α', () => {
    // OpenSpiel 2.0.2, compute([M, 1 − M], m=50, alpha=0.1).
    const pi = [0.7182285931863666, 0.1292550899523526, 0.12925508995235377, 0.02326122690892723];
    closeTo(alphaRank(dominance, { alpha: 0.1 }), pi, 1e-12);
  });

  it('is uniform on a cycle, for any ε', () => {
    for (const epsilon of [1e-9, 1e-6, 0.01, 0.3])
      closeTo(infiniteAlphaRank(cyclicGame(), epsilon), [0.25, 0.25, 0.25, 0.25], 1e-12);
  });

  it('ranks the soccer agents as the recipe’s check with NumPy does', () => {
    const agents = [0.02675, 0.13436, 0.01225, 0.05902, 0.16171, 0.01494, 0.00273, 0.09436, 0.1687, 0.32518];
    closeTo(marginal(infiniteAlphaRank(soccerGame()), [10, 10], 0), agents, 1e-4);
  });

  it('goes to the response graph’s as α grows, far beyond where rates underflow', () => {
    // At α = 1000 the rates of soccer span e^{−49000}.
    const strong = marginal(alphaRank(soccerGame(), { alpha: 1e5 }), [10, 10], 0);
    closeTo(strong, Array.from(marginal(infiniteAlphaRank(soccerGame()), [10, 10], 0)), 1e-5);
  });

  const payoff = fc.double({ min: -2, max: 2, noNaN: true });
  /** Three players with 2 × 3 × 2 strategies and any payoffs. */
  const games: fc.Arbitrary<Game> = fc
    .array(fc.array(payoff, { minLength: 12, maxLength: 12 }), { minLength: 3, maxLength: 3 })
    .map((tables) => ({ sizes: [2, 3, 2], payoffs: tables.map((table) => Float64Array.from(table)) }));

  it('does not change where each player’s payoffs are shifted', () => {
    fc.assert(
      fc.property(games, payoff, (game, shift) => {
        const shifted = {
          ...game,
          payoffs: game.payoffs.map((table, k) => table.map((p) => p + shift * (k + 1))),
        };
        closeTo(alphaRank(shifted, { alpha: 0.7 }), Array.from(alphaRank(game, { alpha: 0.7 })), 1e-9);
      }),
    );
  });

  it('is uniform where nobody ever gains', () => {
    const flat: Game = { sizes: [2, 3, 2], payoffs: [0, 1, 2].map((k) => new Float64Array(12).fill(k)) };
    closeTo(alphaRank(flat, { alpha: 3 }), Array<number>(12).fill(1 / 12), 1e-14);
    closeTo(infiniteAlphaRank(flat), Array<number>(12).fill(1 / 12), 1e-14);
  });

  it('refuses games that are none, and an α or ε out of range', () => {
    expect(() => alphaRank(dominance, { alpha: 0 })).toThrow(RangeError);
    expect(() => infiniteAlphaRank(dominance, 0.5)).toThrow(RangeError);
    expect(() => infiniteAlphaRank({ sizes: [2, 2], payoffs: [new Float64Array(4)] })).toThrow(RangeError);
    expect(() => infiniteAlphaRank(constantSum([[NaN, 1]]))).toThrow(RangeError);
    expect(() => infiniteAlphaRank({ sizes: [], payoffs: [] })).toThrow(RangeError);
  });
});
