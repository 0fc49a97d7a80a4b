import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { gridWorld } from '../../../src/papers/entropy-coupling-bottleneck/grid-world.js';
import {
  type MarkovCodingGame,
  playCodedEpisode,
} from '../../../src/papers/entropy-coupling-bottleneck/markov-coding-game.js';
import { softValueIteration } from '../../../src/papers/entropy-coupling-bottleneck/soft-value-iteration.js';

const world = gridWorld(6, 0.1);
const discount = 0.95;

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
    for (const [temperature, expected] of [
      [0.01, 0.5925925233],
      [0.03, 0.2994046769],
    ]) {
      const earned = play(game(temperature, 30), 1500).map((episode) => episode.earned);
      const mean = earned.reduce((sum, value) => sum + value, 0) / earned.length;
      const variance = earned.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (earned.length - 1);
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / earned.length));
    }
  });

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
