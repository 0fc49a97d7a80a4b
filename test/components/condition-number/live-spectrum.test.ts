import { describe, expect, it } from 'vitest';
import { armGroups } from '../../../src/components/condition-number/arms.js';
import { matchedArms } from '../../../src/components/condition-number/comparison.js';
import { liveSpectrum } from '../../../src/components/condition-number/live-spectrum.js';

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
      const squares = ratios.reduce((sum, ratio) => sum + ratio ** 2, 0);
      const sigmas = [...ratios.map((ratio) => ratio * Math.sqrt(3 / squares)), 1];
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
    expect(points).toHaveLength(1000);
    for (let i = 0; i < 500; i++) expect(points[500 + i].largest).toBe(Math.tanh(points[i].largest));
  });
});

describe('matched arms', () => {
  const curve = (arm: string, end: number, forget: number) =>
    [0, 10].map((step) => ({
      study: 'base',
      seed: 0,
      arm,
      step,
      trainable: 1,
      a_loss: 1,
      b_test: 2,
      b_loss: step === 0 ? 3 : end,
      forget: step === 0 ? 0 : forget,
    }));

  it('are compared at a share of the least gain of the main arms; a control that does not get there has no number', () => {
    const rows = [
      ...armGroups.main.map((arm, i) => curve(arm, 2 - i / 10, 0.1)),
      curve('b-low', 2.8, 0.5),
    ].flat();
    const matched = matchedArms(rows, { fraction: 0.5, of: 'weakest' });
    const low = matched.find(({ arm }) => arm === 'low')!;
    expect(low.target).toBeCloseTo(2.5, 12);
    expect(low.forget).toBeCloseTo(0.05, 12);
    expect(low.step).toBeCloseTo(5, 12);
    expect(matched.find(({ arm }) => arm === 'b-low')!.forget).toBeNull();
    expect(matchedArms(rows, { fraction: 0.5, of: 'all' })[0].target).toBeCloseTo(3 - 0.5 * 1.3, 12);
  });
});
