import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchMixture, mixtureOnGrid } from '../../../src/papers/semantic-information/mixture-matching.js';
import { mixtureTrajectory } from '../../../src/papers/semantic-information/mixture-trajectory.js';
import { integerGrid, normalOnGrid } from '../../../src/papers/semantic-information/normal-on-grid.js';

const grid = integerGrid(100);
type Two = readonly [number, number];
const two = (means: Two, deviations: Two, p: number) => ({ means, deviations, weights: [p, 1 - p] });

/** Truth, start, last cell, and the iterations of EM, E2M, E3M, E5M, E20M: by Python with NumPy 2. */
const examples = {
  A: [two([46, 50], [2, 20], 0.7), two([30, 70], [20, 20], 0.5), 100, [7, 8, 8, 8, 8]],
  B: [two([35, 65], [8, 12], 0.7), two([30, 70], [15, 15], 0.5), 100, [5, 4, 5, 5, 5]],
  C: [two([35, 65], [8, 12], 0.1), two([30, 70], [8, 8], 0.5), 100, [40, 6, 6, 5, 5]],
  D: [two([100, 125], [10, 10], 0.7), two([80, 95], [5, 5], 0.5), 200, [248, 168, 156, 148, 143]],
} as const;

describe.each(Object.entries(examples))('example %s', (_, [truth, start, last, expected]) => {
  const on = integerGrid(last);
  const target = mixtureOnGrid(on, truth);
  it.each([0, 2, 3, 5, 20].map((inner, i) => [inner, expected[i]]))(
    'with %d inner steps takes %d iterations, each of them down',
    (inner, iterations) => {
      const steps = mixtureTrajectory(target, on, start, { inner, divergence: 1e-3, cap: 500 });
      expect(steps).toHaveLength(iterations + 1);
      steps.slice(1).forEach(({ divergence }, i) => expect(divergence).toBeLessThan(steps[i].divergence));
    },
  );
});

it('divergence at the start of example C and after one iteration, by Python with NumPy 2', () => {
  const [truth, start] = examples.C;
  const target = mixtureOnGrid(grid, truth);
  const first = (inner: number) =>
    mixtureTrajectory(target, grid, start, { inner, cap: 1 }).map(({ divergence }) => divergence);
  expect(first(0)).toEqual([expect.closeTo(0.6840574531, 9), expect.closeTo(0.0184059146, 9)]);
  expect(first(3)).toEqual([expect.closeTo(0.6840574531, 9), expect.closeTo(0.0125897987, 9)]);
});

it('the truth is a fixed point where the grid cuts nothing off', () => {
  const truth = two([40, 60], [3, 4], 0.2);
  for (const inner of [0, 3]) {
    const step = mixtureTrajectory(mixtureOnGrid(grid, truth), grid, truth, { inner, cap: 1 })[1];
    expect(step.divergence).toBeLessThan(1e-12);
    expect(step.mixture.means[0]).toBeCloseTo(40, 9);
    expect(step.mixture.deviations[1]).toBeCloseTo(4, 9);
    expect(step.mixture.weights[0]).toBeCloseTo(0.2, 12);
  }
});

it('one component takes mean and deviation of the target at once; a spike leaves it 0.5 wide', () => {
  const one = { means: [20], deviations: [30], weights: [1] };
  const normal = mixtureTrajectory(normalOnGrid(grid, 50, 7), grid, one, { inner: 0, cap: 1 })[1].mixture;
  expect([normal.means[0], normal.deviations[0]]).toEqual([expect.closeTo(50, 6), expect.closeTo(7, 6)]);
  const spike = Float64Array.from(grid, (x) => Number(x === 30));
  const narrow = mixtureTrajectory(spike, grid, one, { inner: 0, cap: 1 })[1].mixture;
  expect(narrow).toEqual({ means: [30], deviations: [0.5], weights: [1] });
});

it('a component far off the grid, or without weight, does no harm', () => {
  const target = mixtureOnGrid(grid, examples.B[0]);
  const off = two([-400, 50], [0.5, 10], 0.5);
  for (const { divergence, mixture } of mixtureTrajectory(target, grid, off, { inner: 3, cap: 5 })) {
    expect(Number.isFinite(divergence)).toBe(true);
    expect(mixture.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  }
  const idle = mixtureTrajectory(target, grid, two([10, 50], [5, 10], 0), { inner: 0, cap: 3 }).at(-1)!;
  expect([idle.mixture.means[0], idle.mixture.deviations[0], idle.mixture.weights[0]]).toEqual([10, 5, 0]);
});

it('trajectories end where an iteration gains too little', () => {
  const [truth, start] = examples.D;
  const on = integerGrid(200);
  const steps = mixtureTrajectory(mixtureOnGrid(on, truth), on, start, {
    inner: 0,
    decrease: 1e-3,
    cap: 500,
  });
  const gains = steps.slice(1).map(({ divergence }, i) => steps[i].divergence - divergence);
  expect(gains.at(-1)).toBeLessThan(1e-3);
  expect(Math.min(...gains.slice(0, -1))).toBeGreaterThanOrEqual(1e-3);
});

it('the divergence never rises where components keep away from the edges of the grid', () => {
  const mean = fc.double({ min: 40, max: 60, noNaN: true });
  const deviation = fc.double({ min: 2, max: 5, noNaN: true });
  const mixture = fc
    .tuple(mean, mean, deviation, deviation, fc.double({ min: 0.05, max: 0.95, noNaN: true }))
    .map(([m1, m2, s1, s2, p]) => two([m1, m2], [s1, s2], p));
  fc.assert(
    fc.property(mixture, mixture, fc.integer({ min: 0, max: 6 }), (truth, start, inner) => {
      let before = Infinity;
      for (const { iteration, divergence } of matchMixture(mixtureOnGrid(grid, truth), grid, start, inner)) {
        expect(divergence).toBeLessThanOrEqual(before + 1e-9);
        before = divergence;
        if (iteration === 15) break;
      }
    }),
  );
});
