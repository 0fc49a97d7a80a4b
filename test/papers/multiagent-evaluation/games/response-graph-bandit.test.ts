import { describe, expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import {
  bernoulliPlay,
  type Play,
} from '../../../../src/papers/multiagent-evaluation/games/bernoulli-play.js';
import {
  confidence,
  type ConfidenceKind,
  confidenceKinds,
  hoeffdingHalfWidth,
} from '../../../../src/papers/multiagent-evaluation/games/confidence.js';
import { constantSum } from '../../../../src/papers/multiagent-evaluation/games/game.js';
import { randomConstantSumGame } from '../../../../src/papers/multiagent-evaluation/games/known/random-games.js';
import {
  responseGraphBandit,
  wrongEdges,
} from '../../../../src/papers/multiagent-evaluation/games/response-graph-bandit.js';
import {
  type SamplingScheme,
  samplingSchemes,
} from '../../../../src/papers/multiagent-evaluation/games/sampling-scheme.js';
import {
  gains,
  unilateralEdges,
} from '../../../../src/papers/multiagent-evaluation/games/unilateral-edges.js';

describe('confidence', () => {
  it('has Hoeffding’s half-width', () => {
    expect(hoeffdingHalfWidth(100, 0.1)).toBeCloseTo(0.1223873415, 9);
    const { lower, upper } = confidence({ kind: 'UCB', delta: 0.1, slack: 0.1 });
    expect([lower(50, 100), upper(50, 100)]).toEqual([
      0.5 - hoeffdingHalfWidth(100, 0.1),
      0.5 + hoeffdingHalfWidth(100, 0.1),
    ]);
  });

  it('is narrowed by the slack on either side where it is relaxed, and only there', () => {
    for (const kind of ['UCB', 'CP-UCB'] as const) {
      const strict = confidence({ kind, delta: 0.1, slack: 0.07 });
      const relaxed = confidence({ kind: `R-${kind}`, delta: 0.1, slack: 0.07 });
      expect(relaxed.lower(30, 50) - strict.lower(30, 50)).toBeCloseTo(0.07, 12);
      expect(strict.upper(30, 50) - relaxed.upper(30, 50)).toBeCloseTo(0.07, 12);
    }
  });

  it('widens with time where it is to hold always: the n-th interval has 6 δ / (π n)²', () => {
    for (const kind of confidenceKinds) {
      const always = confidence({ kind, delta: 0.1, slack: 0.1, always: true });
      const once = confidence({ kind, delta: 0.6 / (50 * Math.PI) ** 2, slack: 0.1 });
      expect(always.lower(20, 50)).toBe(once.lower(20, 50));
      expect(always.upper(20, 50)).toBe(once.upper(20, 50));
    }
    expect(() => confidence({ kind: 'UCB', delta: 0, slack: 0 })).toThrow(RangeError);
    expect(() => confidence({ kind: 'UCB', delta: 0.1, slack: -1 })).toThrow(RangeError);
  });
});

/**
 * Mean interactions of `response_graph_ucb.py` (OpenSpiel 2.0.2) in 60 runs on the game [[0.8, 0.3], [0.4, 0.6]] at
 * δ = 0.1, less and plus four standard errors of the difference.
 */
const released = [
  ['UCB', 'UE', 371.4, 22],
  ['UCB', 'U', 384.8, 22.6],
  ['UCB', 'VW', 306.1, 18.9],
  ['UCB', 'CW', 402.5, 26],
  ['CP-UCB', 'UE', 207.1, 15.6],
  ['CP-UCB', 'U', 183, 15.2],
  ['CP-UCB', 'VW', 185.3, 16],
  ['CP-UCB', 'CW', 205.9, 15.1],
].map(([kind, scheme, mean, error]) => {
  // Ours are means of 400 runs of the same spread.
  const margin = 4 * (error as number) * Math.sqrt(1 + 60 / 400);
  return [kind, scheme, (mean as number) - margin, (mean as number) + margin] as [
    ConfidenceKind,
    SamplingScheme,
    number,
    number,
  ];
});

const options = { kind: 'UCB', delta: 0.1, slack: 0.1, scheme: 'UE' } as const;

describe('ResponseGraphUCB', () => {
  it('finds the graph of games without noise with every scheme and interval, and stops', () => {
    const game = constantSum([
      [1, 0],
      [0, 1],
    ]);
    const decided = gains(game, unilateralEdges(game.sizes));
    const sure: Play = bernoulliPlay(game, random(1));
    for (const scheme of samplingSchemes)
      for (const kind of confidenceKinds) {
        const bandit = responseGraphBandit(game.sizes, sure, { ...options, scheme, kind }, random(2));
        bandit.runTo(3000);
        expect(wrongEdges(bandit.directions, decided)).toBe(0);
        expect(bandit.undecided).toBe(0);
      }
  });

  it('decides when Hoeffding’s intervals part: 2 √(ln(2/δ)/2n) < 1 of sure payoffs 0 and 1', () => {
    const game = constantSum([[1], [0]]);
    const bandit = responseGraphBandit(
      game.sizes,
      bernoulliPlay(game, random(1)),
      { ...options, scheme: 'even' },
      random(1),
    );
    // n = 6 games of each: 2 √(ln 20 / 12) = 0.999; n = 5: 1.09.
    bandit.runTo(1000);
    expect([bandit.interactions, Array.from(bandit.counts)]).toEqual([12, [6, 6]]);
    expect(Array.from(bandit.directions)).toEqual([-1]);
    expect(bandit.mean(0, 0)).toBe(1);
    expect(bandit.interval(0, 1)[1]).toBeCloseTo(hoeffdingHalfWidth(6, 0.1), 12);
  });

  it('spends about as many games as the released code, on the same random game', () => {
    const rows = [
      [0.8, 0.3],
      [0.4, 0.6],
    ];
    const game = constantSum(rows);
    for (const [kind, scheme, low, high] of released) {
      let interactions = 0;
      const runs = 400;
      for (let seed = 0; seed < runs; seed++) {
        const source = random(seed, kind, scheme);
        const bandit = responseGraphBandit(
          game.sizes,
          bernoulliPlay(game, source),
          { ...options, kind, scheme },
          source,
        );
        bandit.runTo(50_000);
        interactions += bandit.interactions / runs;
      }
      expect(interactions, `${kind} ${scheme}`).toBeGreaterThan(low);
      expect(interactions, `${kind} ${scheme}`).toBeLessThan(high);
    }
  });

  it('gives the same games for the same seed, and directs leftovers by the means', () => {
    const game = randomConstantSumGame(3, 0.02, random(3));
    const run = (seed: number, scheme: SamplingScheme) => {
      const source = random(seed, scheme);
      const bandit = responseGraphBandit(
        game.sizes,
        bernoulliPlay(game, source),
        { ...options, scheme },
        source,
      );
      bandit.runTo(700);
      return bandit;
    };
    for (const scheme of samplingSchemes) {
      const bandit = run(1, scheme);
      expect(Array.from(run(1, scheme).counts)).toEqual(Array.from(bandit.counts));
      expect(bandit.counts.reduce((sum, count) => sum + count, 0)).toBe(bandit.interactions);
      const { first, second, player } = bandit.edges;
      bandit.bestGuess().forEach((direction, e) => {
        expect(Math.abs(direction)).toBe(1);
        if (bandit.directions[e] !== 0) expect(direction).toBe(bandit.directions[e]);
        else
          expect(direction).toBe(
            bandit.mean(player[e], first[e]) > bandit.mean(player[e], second[e]) ? -1 : 1,
          );
      });
    }
    expect(Array.from(run(2, 'UE').counts)).not.toEqual(Array.from(run(1, 'UE').counts));
  });
});
