import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import { bernoulliPlay } from '../../../../src/papers/multiagent-evaluation/games/bernoulli-play.js';
import { discordance } from '../../../../src/papers/multiagent-evaluation/games/discordance.js';
import { eloProbability, eloRatings } from '../../../../src/papers/multiagent-evaluation/games/elo.js';
import { evenSample } from '../../../../src/papers/multiagent-evaluation/games/even-sample.js';
import {
  constantSum,
  marginal,
  profileCount,
  strategiesOf,
  strides,
} from '../../../../src/papers/multiagent-evaluation/games/game.js';
import {
  randomConstantSumGame,
  randomSymmetricGame,
} from '../../../../src/papers/multiagent-evaluation/games/known/random-games.js';
import { rockPaperScissors } from '../../../../src/papers/multiagent-evaluation/games/known/rock-paper-scissors.js';
import { soccerGame } from '../../../../src/papers/multiagent-evaluation/games/known/soccer.js';
import { staticBound } from '../../../../src/papers/multiagent-evaluation/games/static-bound.js';
import {
  gains,
  leastGap,
  unilateralEdges,
} from '../../../../src/papers/multiagent-evaluation/games/unilateral-edges.js';
import { closeTo } from './close-to.js';

describe('profiles and edges', () => {
  it('number profiles with the last player’s strategy running fastest', () => {
    expect(strides([2, 3, 4])).toEqual([12, 4, 1]);
    expect(strategiesOf(12 + 2 * 4 + 3, [2, 3, 4])).toEqual([1, 2, 3]);
  });

  it('hold each pair of profiles that differ in one strategy, once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), (sizes) => {
        const { count, first, second, player } = unilateralEdges(sizes);
        const pairs = new Set<string>();
        for (let e = 0; e < count; e++) {
          const [s, t] = [strategiesOf(first[e], sizes), strategiesOf(second[e], sizes)];
          expect(s.flatMap((own, k) => (own === t[k] ? [] : [k]))).toEqual([player[e]]);
          expect(first[e]).toBeLessThan(second[e]);
          pairs.add(`${first[e]} ${second[e]}`);
        }
        const moves = sizes.reduce((sum, size) => sum + size - 1, 0);
        expect([pairs.size, count]).toEqual([count, (profileCount(sizes) * moves) / 2]);
      }),
    );
  });

  it('marginals add up over the other players', () => {
    const mass = Float64Array.of(0.1, 0.2, 0.3, 0.05, 0.15, 0.2);
    closeTo(marginal(mass, [2, 3], 0), [0.6, 0.4], 1e-15);
    closeTo(marginal(mass, [2, 3], 1), [0.15, 0.35, 0.5], 1e-15);
  });
});

describe('the games', () => {
  it('soccer: scaled to [0, 1], and 59 % of the 900 gaps below 0.2', () => {
    const game = soccerGame();
    const [rows, columns] = game.payoffs;
    expect([Math.min(...rows), Math.max(...rows)]).toEqual([0, 1]);
    rows.forEach((p, at) => expect(p + columns[at]).toBe(1));
    const all = gains(game, unilateralEdges(game.sizes)).map(Math.abs);
    expect(all).toHaveLength(900);
    expect(Math.round((100 * all.filter((gap) => gap < 0.2).length) / 900)).toBe(59);
    expect(leastGap(game)).toBeCloseTo(0.0032, 4);
  });

  it('random ones keep their least gap', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(leastGap(randomConstantSumGame(3, 0.05, random(seed)))).toBeGreaterThanOrEqual(0.05);
      const symmetric = randomSymmetricGame(random(seed));
      const gaps = gains(symmetric, unilateralEdges(symmetric.sizes)).map(Math.abs);
      gaps.forEach((gap) => expect(gap).toBeCloseTo(gaps[0], 12));
      expect(gaps[0]).toBeGreaterThanOrEqual(0.05);
    }
  });

  it('are won and lost with the probabilities that are the means, one winner in a contest', () => {
    const contest = constantSum([[0.2, 0.9]]);
    const free = { sizes: [1, 2], payoffs: [Float64Array.of(0.2, 0.9), Float64Array.of(0.7, 0.3)] };
    for (const game of [contest, free]) {
      const { payoffs } = evenSample(game, random(1)).next(20_000);
      payoffs.forEach((table, k) => closeTo(table, Array.from(game.payoffs[k]), 0.015));
    }
    const outcome = new Float64Array(2);
    const play = bernoulliPlay(contest, random(2));
    for (let i = 0; i < 50; i++) {
      play(i % 2, outcome);
      expect(outcome[0] + outcome[1]).toBe(1);
    }
    expect(() => bernoulliPlay(constantSum([[1.2]]), random(1))).toThrow(RangeError);
  });
});

describe('the static bound', () => {
  it('is 2 Δ⁻² ln(2 |S| K / δ) for payoffs in [0, 1]', () => {
    const options = { profiles: 9, players: 2, gap: 0.05, delta: 0.1 };
    expect(staticBound(options)).toBe(Math.ceil(800 * Math.log(360)));
    expect(staticBound({ ...options, range: 2 })).toBe(Math.ceil(3200 * Math.log(360)));
    expect(() => staticBound({ ...options, gap: 0 })).toThrow(RangeError);
    expect(() => staticBound({ ...options, delta: 1 })).toThrow(RangeError);
  });
});

describe('Elo', () => {
  it('finds the ratings that made the win probabilities', () => {
    const truth = [-210, -20, 80, 150];
    const wins = Float64Array.from({ length: 16 }, (_, at) => eloProbability(truth[at >> 2], truth[at % 4]));
    closeTo(eloRatings(wins), truth, 1e-8);
    expect(eloProbability(400, 0)).toBeCloseTo(10 / 11, 12);
  });

  it('rates rock, paper and scissors equal, and refuses who never loses', () => {
    closeTo(eloRatings(rockPaperScissors.map((payoff) => (payoff + 1) / 2)), [0, 0, 0], 1e-6);
    expect(() => eloRatings(Float64Array.of(0.5, 1, 0, 0.5))).toThrow(/not/);
  });
});

describe('the discordance of rankings', () => {
  it('is 0 for the same order, 1 for the reverse, half a pair for a tie', () => {
    expect(discordance([1, 5, 9], [0, 0.1, 0.2])).toBe(0);
    expect(discordance([1, 5, 9], [3, 2, 1])).toBe(1);
    expect(discordance([1, 5, 9], [1, 1, 2])).toBeCloseTo(1 / 6, 12);
    expect(() => discordance([1], [1])).toThrow(RangeError);
  });
});
