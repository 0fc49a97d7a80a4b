import { describe, expect, it } from 'vitest';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { random } from '../../../src/lib/statistics/random.js';
import { permute } from './arbitraries.js';
import { dependentPairs } from './weyl-points.js';

const { x, y, x0, y0 } = dependentPairs();
const plane = { x, dimensionX: 2, y, dimensionY: 2 };
const line = { x: x0, dimensionX: 1, y: y0, dimensionY: 1 };

describe('mutual information by nearest neighbours', () => {
  it('agrees with scikit-learn 1.9.1 (_compute_mi_cc) on two scalars', () => {
    expect(kraskov(line)).toBeCloseTo(0.4048903320414481, 12);
    expect(kraskov(line, { k: 5 })).toBeCloseTo(0.2989332688159103, 12);
  });

  it('agrees with both formulas on neighbours of scikit-learn 1.9.1 and SciPy 1.17.1 in the plane', () => {
    expect(kraskov(plane)).toBeCloseTo(1.3294806831866781, 12);
    expect(kraskov(plane, { k: 6 })).toBeCloseTo(0.8701117826338534, 12);
    expect(kraskov(plane, { algorithm: 2 })).toBeCloseTo(1.417428786261051, 12);
    expect(kraskov(plane, { algorithm: 2, k: 6 })).toBeCloseTo(0.9098021013511364, 12);
    expect(kraskov(line, { algorithm: 2 })).toBeCloseTo(0.43327531757554105, 12);
  });

  it.each([1, 2] as const)('algorithm %i does not see the order of points, sides or units', (algorithm) => {
    const value = kraskov(plane, { algorithm });
    const order = random(5).shuffle(200);
    const shuffled = { ...plane, x: permute(x, 2, order), y: permute(y, 2, order) };
    expect(kraskov(shuffled, { algorithm })).toBeCloseTo(value, 12);
    const swapped = { x: y, dimensionX: 2, y: x, dimensionY: 2 };
    expect(kraskov(swapped, { algorithm })).toBeCloseTo(value, 12);
    const scaled = { ...plane, x: x.map((v) => 4 * v), y: y.map((v) => 4 * v) };
    expect(kraskov(scaled, { algorithm })).toBeCloseTo(value, 12);
  });

  // The spread times √n, over 30 other seeds at n = 4000; the bias was below half of it.
  it.each([
    [1, 0, 1, 0.54],
    [1, 0.6, 1, 0.96],
    [1, 0.9, 1, 1.32],
    [1, 0.9, 2, 1.4],
    [2, 0.6, 1, 1.01],
    [2, 0.6, 2, 1.22],
  ] as const)(
    '%i correlated normal pairs, ρ = %d: algorithm %i is near −½ log(1 − ρ²) each',
    (d, rho, algorithm, spread) => {
      const n = 4000;
      const { normal } = random(21, d, rho);
      const sample = Float64Array.from({ length: n * d }, normal);
      const other = sample.map((value) => rho * value + Math.sqrt(1 - rho * rho) * normal());
      const estimate = kraskov({ x: sample, dimensionX: d, y: other, dimensionY: d }, { algorithm });
      const exact = (-d / 2) * Math.log(1 - rho * rho);
      expect(Math.abs(estimate - exact)).toBeLessThan((3.5 * spread) / Math.sqrt(n));
    },
  );

  it('says what is wrong', () => {
    expect(() => kraskov({ ...line, y })).toThrow('they must be paired');
    expect(() => kraskov(line, { k: 200 })).toThrow('from 1 to 199');
  });
});
