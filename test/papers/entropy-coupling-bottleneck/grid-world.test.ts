import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { gridWorld } from '../../../src/papers/entropy-coupling-bottleneck/grid-world.js';
import { drawOutcome } from '../../../src/papers/entropy-coupling-bottleneck/markov-decision-process.js';
import { softValueIteration } from '../../../src/papers/entropy-coupling-bottleneck/soft-value-iteration.js';

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
