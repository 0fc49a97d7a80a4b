import { describe, expect, it } from 'vitest';
import { whiten } from '../../../src/lib/linear-algebra/whitening.js';
import { covariance } from '../../../src/lib/statistics/covariance.js';
import { random } from '../../../src/lib/statistics/random.js';

describe('whitening', () => {
  it('covariance divides by one less than the number of points', () => {
    expect([...covariance(Float64Array.of(1, 0, 3, 1, 5, 5), 2)]).toEqual([4, 5, 5, 7]);
    expect(() => covariance(Float64Array.of(1, 2), 2)).toThrow('two points');
  });

  it('leaves mean zero and covariance one, wherever the points lie', () => {
    const { normal } = random(4);
    const points = Float64Array.from({ length: 300 * 3 }, normal).map(
      (value, at, all) => 1e4 + [1, 100, 0.01][at % 3] * (value + (at % 3 ? 0.9 * all[at - 1] : 0)),
    );
    const { points: white, logDeterminant } = whiten(points, 3);
    covariance(white, 3).forEach((value, at) => expect(value).toBeCloseTo(at % 4 === 0 ? 1 : 0, 8));
    for (let c = 0; c < 3; c++)
      expect(white.filter((_, at) => at % 3 === c).reduce((a, b) => a + b)).toBeCloseTo(0, 6);
    // The determinant of the scaled covariance, by hand.
    const [a, b, c, , d, e, , , f] = covariance(points, 3);
    const determinant = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d);
    expect(logDeterminant).toBeCloseTo(Math.log(determinant), 8);
  });

  it('refuses a constant coordinate', () => {
    expect(() => whiten(Float64Array.of(1, 7, 2, 7, 3, 7), 2)).toThrow('not positive definite');
  });
});
