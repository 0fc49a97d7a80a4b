import { describe, expect, it } from 'vitest';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { subsampleInterval } from '../../../src/lib/information/subsample-interval.js';
import { random } from '../../../src/lib/statistics/random.js';
import { normals } from './hard-inputs.js';

describe('an interval by disjoint parts', () => {
  it('of a mean has the standard error of the mean', () => {
    const { normal } = random(30);
    const values = Float64Array.from({ length: 1000 }, normal);
    const mean = (numbers: ArrayLike<number>) =>
      Array.from(numbers).reduce((sum, i) => sum + values[i], 0) / numbers.length;
    const errors = Array.from(
      { length: 40 },
      (_, seed) => subsampleInterval(1000, mean, random(31, seed)).standardError,
    );
    const typical = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(typical * Math.sqrt(1000)).toBeGreaterThan(0.9);
    expect(typical * Math.sqrt(1000)).toBeLessThan(1.1);
  });

  it('gives no part an observation twice', () => {
    subsampleInterval(
      130,
      (numbers) => {
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.length).toBeGreaterThanOrEqual(25);
        return numbers[0];
      },
      random(32),
    );
    expect(() => subsampleInterval(99, () => 0, random(32))).toThrow('at least 100');
  });

  it.each([0, 0.9])('holds the truth of normals of correlation %d nearly as often as it says', (rho) => {
    const samples = 80;
    const truth = -0.5 * Math.log(1 - rho * rho);
    let held = 0;
    for (let seed = 0; seed < samples; seed++) {
      const [x, y] = normals(rho, 200, 33, seed);
      const { low, high } = subsampleInterval(
        200,
        (numbers) =>
          kraskov({
            x: Float64Array.from(numbers, (i) => x[i]),
            dimensionX: 1,
            y: Float64Array.from(numbers, (i) => y[i]),
            dimensionY: 1,
          }),
        random(34, seed),
      );
      if (low <= truth && truth <= high) held++;
    }
    // 95 % but for 3 standard errors of so few samples, and the little that was measured less.
    expect(held / samples).toBeGreaterThan(0.85);
    expect(held / samples).toBeLessThanOrEqual(1);
  });
});
