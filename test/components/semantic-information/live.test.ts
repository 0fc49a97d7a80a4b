import { expect, test } from 'vitest';
import { liveCurve } from '../../../src/components/semantic-information/live-curve.js';
import { liveMixture } from '../../../src/components/semantic-information/live-mixture.js';
import { summarise } from '../../../src/components/semantic-information/runs.js';

test('example C takes 40 iterations by EM and 6 by E3M, also in a page', () => {
  const { em, cmEm, target } = liveMixture({
    truth: { means: [35, 65], deviations: [8, 12], weights: [0.1, 0.9] },
    start: { means: [30, 70], deviations: [8, 8], weights: [0.5, 0.5] },
    inner: 3,
  });
  expect([em.length - 1, cmEm.length - 1]).toEqual([40, 6]);
  expect(target.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
});

test('the curve of four labels passes the point that NumPy gives, and never below R = G', () => {
  const { points } = liveCurve({ labels: 4, width: 8, spread: 20 });
  expect(points).toHaveLength(50);
  expect(points.at(-1)).toEqual({
    s: 1,
    R: expect.closeTo(1.2730011166, 8),
    G: expect.closeTo(1.2285795776, 8),
  });
  for (const { R, G } of points) expect(R).toBeGreaterThan(G);
});

test('runs are summed up by share and algorithm, in iterations or in passes', () => {
  const runs = [10, 20, 30, 40, 500].map((iterations) => ({
    problem: 'ratio' as const,
    p: 0.1,
    inner: 3,
    iterations,
    converged: iterations < 500,
  }));
  expect(summarise(runs, false)).toMatchObject([
    { algorithm: 'E3M', first: 20, median: 30, third: 40, lost: 0.2 },
  ]);
  expect(summarise(runs, true)[0].median).toBe(120);
});
