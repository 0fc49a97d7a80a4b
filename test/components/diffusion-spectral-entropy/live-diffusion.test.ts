import { describe, expect, it } from 'vitest';
import {
  liveDiffusion,
  type LiveDiffusionSettings,
  reach,
} from '../../../src/components/diffusion-spectral-entropy/live-diffusion.js';

const settings: LiveDiffusionSettings = {
  ...{ clusters: 4, spread: 0.1, noise: 0, width: 1, steps: 1, bins: 10, seed: 1 },
};

describe('live diffusion', () => {
  it('finds log₂ k bits in k tight clusters', () => {
    for (const clusters of [1, 2, 4, 5]) {
      const { dse } = liveDiffusion({ ...settings, clusters, spread: 0.01 });
      expect(dse).toBeCloseTo(Math.log2(clusters), 2);
    }
  });

  it('goes from log₂ 200 bits to none with the width of the kernel, and down with each step', () => {
    const at = (change: Partial<LiveDiffusionSettings>) =>
      liveDiffusion({ ...settings, spread: 1, ...change }).dse;
    expect(at({ width: 1e-5 })).toBeCloseTo(Math.log2(200), 6);
    expect(at({ width: 1e5 })).toBeCloseTo(0, 6);
    expect(at({ steps: 5 })).toBeLessThan(at({}));
  });

  it('parts two clusters by the sign of the second eigenvector', () => {
    const { points, powers } = liveDiffusion({ ...settings, clusters: 2, spread: 1, width: 4 });
    const signs = points.map(({ x, second }) => Math.sign(x * second));
    expect(points).toHaveLength(200);
    expect(new Set(signs).size).toBe(1);
    expect(Math.max(...points.map(({ second }) => Math.abs(second)))).toBe(1);
    expect(powers[0]).toBeCloseTo(1, 10);
  });

  it('puts a share of the points anywhere in the square', () => {
    const { points } = liveDiffusion({ ...settings, clusters: 1, noise: 0.25 });
    const stray = points.filter(({ x, y }) => Math.hypot(x, y) > 1);
    expect(stray.length).toBeGreaterThan(40);
    expect(stray.length).toBeLessThanOrEqual(50);
    for (const { x, y } of points) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(reach);
  });

  it('counts bins: tight clusters fill one each', () => {
    expect(liveDiffusion({ ...settings, bins: 2 }).cse).toBeLessThan(2 + 1e-9);
    expect(liveDiffusion({ ...settings, spread: 4, bins: 50 }).cse).toBeGreaterThan(6);
  });
});
