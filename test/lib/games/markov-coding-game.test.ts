import { describe, expect, it } from 'vitest';
import { gridWorld } from '../../../src/lib/games/grid-world.js';
import { type MarkovCodingGame, playCodedEpisode } from '../../../src/lib/games/markov-coding-game.js';
import { drawOutcome } from '../../../src/lib/games/markov-decision-process.js';
import { softValueIteration } from '../../../src/lib/games/soft-value-iteration.js';
import { random } from '../../../src/lib/statistics/random.js';

const world = gridWorld(6, 0.1);
const discount = 0.95;

describe('a grid', () => {
  it('has walls, a goal that ends it, and moves that slip', () => {
    const outcome = (state: number, action: number, made: number) => (state * 4 + action) * 4 + made;
    expect(world.next[outcome(0, 0, 0)]).toBe(0);
    expect(world.next[outcome(0, 0, 1)]).toBe(6);
    expect(world.probability[outcome(0, 0, 0)]).toBeCloseTo(0.925, 12);
    expect(world.probability[outcome(0, 0, 1)]).toBeCloseTo(0.025, 12);
    expect(world.reward[outcome(34, 3, 3)]).toBe(1);
    expect(world.reward.reduce((sum, reward) => sum + reward, 0)).toBe(8);
    expect(world.absorbing.has(35)).toBe(true);
    const source = random(1, 'outcomes');
    const made = Array.from({ length: 4000 }, () => drawOutcome(world, 7, 2, source) % 4);
    expect(made.filter((move) => move === 2).length / 4000).toBeCloseTo(0.925, 1.5);
  });
});

describe('soft value iteration', () => {
  // NumPy 2.4.6, dense matrices, to 1e-12.
  it.each([
    [0.002, 0.6089594819, 0.7535328893, [0.0000005253, 0.4999994747]],
    [0.01, 0.6501765507, 0.7774217375, [0.0441074899, 0.4558925101]],
    [0.03, 0.8676463297, 0.8967824732, [0.2368716123, 0.2631283877]],
  ])('at β = %f', (temperature, start, inside, [away, towards]) => {
    const { values, policy } = softValueIteration(world, { discount, temperature });
    expect(values[0]).toBeCloseTo(start, 9);
    expect(values[14]).toBeCloseTo(inside, 9);
    expect(values[35]).toBe(0);
    [away, towards, away, towards].forEach((share, action) => expect(policy[action]).toBeCloseTo(share, 8));
  });

  it('refuses what does not converge', () => {
    expect(() => softValueIteration(world, { discount: 1, temperature: 1 })).toThrow(RangeError);
    expect(() => softValueIteration(world, { discount, temperature: 0 })).toThrow(RangeError);
  });
});

describe('a Markov coding game', () => {
  const game = (temperature: number, words: number): MarkovCodingGame => ({
    process: world,
    policy: softValueIteration(world, { discount, temperature }).policy,
    prior: new Float64Array(words).fill(1 / words),
    discount,
    horizon: 60,
  });
  const play = (of: MarkovCodingGame, episodes: number) =>
    Array.from({ length: episodes }, (_, i) => {
      const source = random(1, 'episode', i);
      const word = source.integer(of.prior.length);
      return { word, ...playCodedEpisode(of, word, source) };
    });

  it('does not cost the task anything: the reward is that of the policy (NumPy 2.4.6, by its Markov chain)', () => {
    for (const [temperature, expected] of [[0.01, 0.5925925233], [0.03, 0.2994046769]]) {
      const earned = play(game(temperature, 30), 1500).map((episode) => episode.earned);
      const mean = earned.reduce((sum, value) => sum + value, 0) / earned.length;
      const variance = earned.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (earned.length - 1);
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / earned.length));
    }
  }); // prettier-ignore

  it('tells the word where there is room for it: belief in it grows from the prior', () => {
    const episodes = play(game(0.03, 30), 400);
    expect(episodes.filter(({ word, decoded }) => word === decoded).length).toBeGreaterThan(390);
    for (const { belief, steps } of episodes) {
      expect(belief).toHaveLength(steps + 1);
      expect(belief[0]).toBeCloseTo(1 / 30, 12);
    }
    // A belief is the probability of being right: its expectation under the truth is not below the prior.
    const third = episodes.map(({ belief }) => belief[3]);
    expect(third.reduce((sum, value) => sum + value, 0) / third.length).toBeGreaterThan(1 / 30);
  });

  it('with one word to tell knows it from the start; the same seed plays the same', () => {
    expect(Array.from(play(game(0.01, 1), 1)[0].belief).every((belief) => Math.abs(belief - 1) < 1e-9)).toBe(
      true,
    );
    const coding = game(0.02, 50);
    expect(play(coding, 3)).toEqual(play(coding, 3));
  });
});
