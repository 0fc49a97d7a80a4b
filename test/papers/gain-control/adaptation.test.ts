import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extremes, flankRepulsion, summarise } from '../../../src/papers/gain-control/adaptation.js';
import {
  correlations,
  meanOffDiagonal,
  offDiagonalNorm,
  responseStatistics,
  whitenedCovariance,
} from '../../../src/papers/gain-control/response-statistics.js';
import { curveShape } from '../../../src/papers/gain-control/tuning-curves.js';
import { adapted } from './default-network.js';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the default network', () => {
  it.each([
    [0.2, 0.2422],
    [0.35, 0.5145],
    [0.5, 0.763],
    [0.7, 1.081],
  ])(
    'oracle 6: adapter shown with probability %d, mean repulsion %d degrees (NumPy)',
    (probability, expected) => {
      const shifts = flankRepulsion(adapted({}, probability).effects);
      expect(shifts).toHaveLength(18);
      expect(Math.abs(mean(shifts) - expected)).toBeLessThan(0.005);
    },
  );

  it('oracle 5: no bias, no effect', () => {
    for (const { max_ratio, shift, min_change } of adapted({}, 1 / 12).effects) {
      expect(max_ratio).toBeCloseTo(1, 12);
      expect(Math.abs(shift)).toBeLessThan(1e-6);
      expect(min_change).toBeCloseTo(0, 12);
    }
  });

  it('has the maxima, minima, variation and correlations of an independent computation (NumPy)', () => {
    const { effects, statistics } = adapted({}, 0.35);
    const { at, far } = extremes(effects);
    expect([at.d_theta, far.d_theta]).toEqual([0, -90]);
    expect([at.max_ratio, far.max_ratio]).toEqual([expect.closeTo(0.811, 3), expect.closeTo(1.104, 3)]);
    expect([at.min_change, far.min_change]).toEqual([expect.closeTo(-0.028, 3), expect.closeTo(0.028, 3)]);
    const [control, frozen, adaptive] = [statistics.control, statistics.frozen, statistics.adaptive].map(
      summarise,
    );
    expect([frozen.variation, adaptive.variation]).toEqual([
      expect.closeTo(0.312, 3),
      expect.closeTo(0.173, 3),
    ]);
    expect(control.correlation).toBeCloseTo(0.5774, 4);
    expect(frozen.correlation).toBeCloseTo(0.5837, 4);
    expect(adaptive.correlation).toBeCloseTo(0.5817, 4);
    expect(Math.abs(frozen.shared_norm - 3.259)).toBeLessThan(1e-3);
    expect(Math.abs(adaptive.shared_norm - 3.24)).toBeLessThan(1e-3);
  });

  it('without recurrence no preference moves', () => {
    for (const { shift } of adapted({ excitation: 0, inhibition: 0 }, 0.35).effects)
      expect(Math.abs(shift)).toBeLessThan(1e-6);
  });

  it('attracts with inhibition alone and repels with excitation alone', () => {
    expect(mean(flankRepulsion(adapted({ excitation: 0 }, 0.35).effects))).toBeCloseTo(-0.05, 2);
    expect(mean(flankRepulsion(adapted({ inhibition: 0 }, 0.35).effects))).toBeCloseTo(3.9, 1);
  });

  it('is the same seen in a mirror at the adapter', () => {
    const { effects } = adapted({}, 0.35);
    for (let i = 1; i < 18; i++) {
      const [left, right] = [effects[18 - i], effects[18 + i]];
      expect(left.d_theta).toBe(-right.d_theta);
      expect(left.g1).toBeCloseTo(right.g1, 10);
      expect(left.shift).toBeCloseTo(-right.shift, 6);
    }
  });

  it('counts as flank what is 5 to 45 degrees away, with the sign that leads away', () => {
    const counted = flankRepulsion([
      { d_theta: 0, shift: 1 },
      { d_theta: 5, shift: 1 },
      { d_theta: -45, shift: 2 },
      { d_theta: 46, shift: 3 },
    ]);
    expect(counted).toEqual([1, -2]);
  });
});

it('the top of a curve is found between the degrees', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 179.99, noNaN: true }), (preferred) => {
      const curves = Array.from({ length: 180 }, (_, s) =>
        Float64Array.of(2 + Math.cos(((s - preferred) * Math.PI) / 90)),
      );
      const shape = curveShape(curves, 0);
      const off = Math.abs(shape.preferred - preferred);
      expect(Math.min(off, 180 - off)).toBeLessThan(1e-3);
      expect(shape.maximum).toBeGreaterThan(2.999);
      expect(shape.minimum).toBeLessThan(1.001);
    }),
  );
  expect(curveShape([Float64Array.of(1), Float64Array.of(1)], 0).preferred).toBe(0);
});

describe('statistics of responses', () => {
  const responses = [Float64Array.of(1, 2, 0), Float64Array.of(3, 2, 4)];
  const { mean: average, covariance } = responseStatistics(responses, Float64Array.of(0.25, 0.75));

  it('are those of weighted stimuli', () => {
    expect([...average]).toEqual([2.5, 2, 3]);
    expect([...covariance]).toEqual([0.75, 0, 1.5, 0, 0, 0, 1.5, 0, 3]);
    correlations(covariance).forEach((value, at) =>
      expect(value).toBeCloseTo([1, 0, 1, 0, 0, 0, 1, 0, 1][at], 12),
    );
    expect(meanOffDiagonal(correlations(covariance))).toBeCloseTo(1 / 3, 12);
    expect(offDiagonalNorm(covariance)).toBeCloseTo(1.5 * Math.SQRT2, 12);
  });

  it('are whitened on the directions in which responses vary', () => {
    const projector = whitenedCovariance(covariance);
    const expected = [0.2, 0, 0.4, 0, 0, 0, 0.4, 0, 0.8];
    projector.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 12));
    whitenedCovariance(Float64Array.of(3, 1, 1, 2)).forEach((value, at) =>
      expect(value).toBeCloseTo(at % 3 === 0 ? 1 : 0, 12),
    );
  });
});
