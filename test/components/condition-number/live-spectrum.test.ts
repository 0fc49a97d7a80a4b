import { describe, expect, it } from 'vitest';
import { liveSpectrum } from '../../../src/components/condition-number/live-spectrum.js';
import { scaledSpectrum } from '../../../src/papers/condition-number/linear-unit.js';

describe('the live spectrum', () => {
  it('at a locked norm, equal singular values have the largest entropy, of four standard normals', () => {
    const { kappa, squaredNorm, entropy, bound, largest, logVolume } = liveSpectrum({
      sigmas: [0.5, 0.5, 0.5, 0.5],
      locked: true,
      noise: 0.3,
    });
    expect([kappa, squaredNorm, logVolume]).toEqual([1, 4, 0]);
    for (const value of [entropy, bound, largest]) expect(value).toBeCloseTo(4 * 1.4189385332, 9);
  });

  it('the presets: a larger condition number and a larger entropy, as of three units', () => {
    const [first, second] = [
      [4, 1, 1],
      [4.5, 3, 1],
    ].map((ratios) => {
      const sigmas = [...scaledSpectrum(ratios), 1];
      return liveSpectrum({ sigmas, locked: true, noise: 0.3 });
    });
    expect(first.kappa).toBeCloseTo(4, 12);
    expect(second.kappa).toBeCloseTo(4.5, 12);
    expect(second.entropy - first.entropy).toBeCloseTo(3.3931794413 - 2.9554707569, 9);
  });

  it('tanh shrinks both clouds and entropy; without a lock the norm is the sliders’', () => {
    const { squaredNorm, points, afterTanh, entropy, information } = liveSpectrum({
      sigmas: [0.1, 2, 1, 0.5],
      locked: false,
      noise: Math.sqrt(0.1),
    });
    expect(squaredNorm).toBeCloseTo(0.01 + 4 + 1 + 0.25, 12);
    expect(afterTanh).toBeCloseTo(-0.8935972127 - 0.0012334187 + 0.6698041182 + 0.499967347, 6);
    expect(afterTanh).toBeLessThan(entropy);
    expect(information).toBeGreaterThan(0);
    expect(points.before).toHaveLength(500);
    expect(points.after.map(({ largest }) => largest)).toEqual(
      points.before.map(({ largest }) => Math.tanh(largest)),
    );
  });
});
