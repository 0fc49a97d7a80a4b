import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shannonInformation } from '../../../src/papers/semantic-information/channel-information.js';
import { integerGrid, normalOnGrid } from '../../../src/papers/semantic-information/normal-on-grid.js';
import { listenerDivergence, rateFidelity } from '../../../src/papers/semantic-information/rate-fidelity.js';
import {
  gaussianTruth,
  matchedTruth,
  truthfulChannel,
} from '../../../src/papers/semantic-information/truth-functions.js';
import { channels } from './channels.js';

const small = { prior: Float64Array.of(0.3, 0.7), truth: Float64Array.of(1, 0.2, 0.1, 1) };
const grid = integerGrid(100);
const four = { prior: normalOnGrid(grid, 50, 20), truth: gaussianTruth(grid, [20, 40, 60, 80], 8) };

describe('against an implementation in Python with NumPy 2, float64', () => {
  it.each([
    [0.5, 0.1097064751, 0.0023640872],
    [1, 0.3918228164, 0.3918228164],
    [2, 0.752727179, 0.6570390722],
  ])('two labels, s = %d', (s, rate, fidelity) => {
    const point = rateFidelity(small, s);
    expect(point.rate).toBeCloseTo(rate, 8);
    expect(point.fidelity).toBeCloseTo(fidelity, 8);
    if (s === 1) expect(point.use[0]).toBeCloseTo(0.3020408, 7);
  });

  it.each([
    [0.5, 0.8536222449, 0.6186135162],
    [1, 1.2730011166, 1.2285795776],
    [2, 1.5907220005, 1.4636480692],
  ])('four labels, s = %d', (s, rate, fidelity) => {
    const point = rateFidelity(four, s);
    expect(point.rate).toBeCloseTo(rate, 8);
    expect(point.fidelity).toBeCloseTo(fidelity, 8);
    expect(point.converged).toBe(true);
  });
});

it('at s = 0 labels say nothing', () => {
  const { rate, fidelity, use } = rateFidelity(four, 0);
  expect(rate).toBeCloseTo(0, 12);
  expect(fidelity).toBeLessThan(0);
  for (const share of use) expect(share).toBeCloseTo(0.25, 12);
});

it.each([-1, 0.3, 1, 2.5, 8])('the slope of the curve at s = %d is s', (s) => {
  const [a, b] = [s - 1e-3, s + 1e-3].map((near) => rateFidelity(four, near));
  const slope = (b.rate - a.rate) / (b.fidelity - a.fidelity);
  expect(Math.abs(slope - s)).toBeLessThan(1e-4 * Math.max(1, Math.abs(s)));
});

it('truth functions that match a channel reach R = G at s = 1, with its own information', () => {
  const channel = truthfulChannel(four);
  const { rate, fidelity } = rateFidelity({ ...four, truth: matchedTruth(four.prior, channel) }, 1);
  expect(Math.abs(rate - fidelity)).toBeLessThan(1e-9);
  expect(rate).toBeCloseTo(shannonInformation(four.prior, channel), 9);
});

it('truth of zero is no harm above s = 0, and refused below; narrow truth functions do not underflow', () => {
  const strict = { prior: small.prior, truth: Float64Array.of(1, 0, 0, 1) };
  // Then R = G = H(X), whatever s.
  const { rate, fidelity } = rateFidelity(strict, 3);
  const entropy = -0.3 * Math.log2(0.3) - 0.7 * Math.log2(0.7);
  expect([rate, fidelity]).toEqual([expect.closeTo(entropy, 12), expect.closeTo(entropy, 12)]);
  expect(() => rateFidelity(strict, -1)).toThrow(RangeError);
  const narrow = rateFidelity({ ...four, truth: gaussianTruth(grid, [20, 40, 60, 80], 3) }, 16);
  expect(narrow.rate).toBeGreaterThan(narrow.fidelity);
  expect(narrow.channel.every(Number.isFinite)).toBe(true);
});

it('is finite where a label has died out to the last digit', () => {
  const prior = Float64Array.of(
    0.8919579803124253,
    0.01411830463215262,
    0.07980541042326937,
    0.01411830463215262,
  );
  const truth = Float64Array.of(
    ...[0.043270493183192524, 0.021396416811105056, 0.08975492360188979, 0.25166304910129716],
    ...[0.043270493183192524, 0.021396416811105056, 1, 0.5404683100105762],
    ...[0.679366542753924, 0.021396416811105056, 0.23379675550952236, 1],
    ...[1, 1, 0.19978014796379379, 0.05844112105717081],
  );
  const { rate, fidelity, use } = rateFidelity({ prior, truth }, 1);
  expect(use[0]).toBeLessThan(1e-300);
  expect(rate - fidelity).toBeCloseTo(listenerDivergence({ prior, truth }, use), 6);
});

it('R ≥ G anywhere, the excess at s = 1 is the listener’s divergence, and labels are shares', () => {
  fc.assert(
    fc.property(channels(), fc.double({ min: -3, max: 8, noNaN: true }), ({ prior, truth }, s) => {
      const { rate, fidelity, use } = rateFidelity({ prior, truth }, s);
      expect(rate).toBeGreaterThanOrEqual(fidelity - 1e-9);
      expect(rate).toBeGreaterThanOrEqual(-1e-12);
      expect(use.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      const matching = rateFidelity({ prior, truth }, 1);
      const excess = listenerDivergence({ prior, truth }, matching.use);
      // Where labels die out slowly the iteration is stopped a little before its end.
      expect(matching.rate - matching.fidelity).toBeCloseTo(excess, 6);
    }),
    { numRuns: 60 },
  );
});
