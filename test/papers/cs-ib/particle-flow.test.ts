import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { cauchySchwarzDivergence } from '../../../src/papers/cs-ib/information/cauchy-schwarz-divergence.js';
import { maximumMeanDiscrepancy } from '../../../src/papers/cs-ib/information/maximum-mean-discrepancy.js';
import { normalPoints, particleFlow, shareNear, twoModes } from '../../../src/papers/cs-ib/particle-flow.js';
import { fitReverseKullbackLeibler } from '../../../src/papers/cs-ib/reverse-kullback-leibler-fit.js';
import { centralDifferences } from '../../lib/information/arbitraries.js';

describe('particleFlow', () => {
  const free = normalPoints(7, 0, random(1, 'free'));
  const target = twoModes(4, 1.5, random(1, 'target'));

  it('reports the divergences of its points and leaves its input alone', () => {
    const before = free.slice();
    const states = [...particleFlow(free, target, { width: 0.8, rate: 2, steps: 3 })].map(({ step }) => step);
    expect(states).toEqual([0, 1, 2, 3]);
    expect(free).toEqual(before);
    for (const { divergence, discrepancy, points } of particleFlow(free, target, {
      width: 0.8,
      rate: 2,
      steps: 3,
    })) {
      expect(divergence).toBeCloseTo(cauchySchwarzDivergence(points, target, 2, 0.8), 11);
      expect(discrepancy).toBeCloseTo(maximumMeanDiscrepancy(points, target, 2, 0.8), 11);
    }
  });

  it('moves each point against the gradient of the divergence', () => {
    const flow = particleFlow(free, target, { width: 0.8, rate: 0.5, steps: 1 });
    flow.next();
    const { points } = flow.next().value!;
    const slopes = centralDifferences((at) => cauchySchwarzDivergence(at, target, 2, 0.8), free);
    points.forEach((moved, i) => expect(moved - free[i]).toBeCloseTo(-0.5 * slopes[i], 8));
  });

  it('says when no target is within reach', () => {
    const flow = particleFlow(free, twoModes(4, 1000, random(1)), { width: 0.8, rate: 1, steps: 1 });
    expect(() => flow.next()).toThrow(/step 0: .*widen the kernel/);
  });
});

it('draws both modes, and counts the points near one', () => {
  const target = twoModes(500, 4, random(2));
  expect(shareNear(target, 4, 3)).toBeGreaterThan(0.48);
  expect(shareNear(target, -4, 3)).toBeGreaterThan(0.48);
  expect(shareNear(Float64Array.of(0, 0, 3, 0, 9, 9, 3, 0.1), 0, 3)).toBe(0.5);
});

describe('fitReverseKullbackLeibler', () => {
  it('finds the normal law itself where the two modes coincide', () => {
    const { mean, deviation } = fitReverseKullbackLeibler(0, random(3), {
      samples: 2000,
      rate: 0.05,
      steps: 400,
    });
    for (const value of mean) expect(Math.abs(value)).toBeLessThan(0.1);
    for (const value of deviation) expect(Math.abs(value - 1)).toBeLessThan(0.1);
  });

  it('settles on one of two modes far apart', () => {
    for (const seed of [1, 2, 3]) {
      const { mean } = fitReverseKullbackLeibler(4, random(seed), { samples: 1000, rate: 0.1, steps: 100 });
      expect(
        Math.min(Math.hypot(mean[0] - 4, mean[1] - 4), Math.hypot(mean[0] + 4, mean[1] + 4)),
      ).toBeLessThan(0.2);
    }
  });
});
