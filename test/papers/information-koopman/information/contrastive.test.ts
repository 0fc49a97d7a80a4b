import { describe, expect, it } from 'vitest';
import { infoNce } from '../../../../src/lib/information/info-nce.js';
import { random } from '../../../../src/lib/statistics/random.js';
import { temporalContrast } from '../../../../src/papers/information-koopman/information/contrastive.js';

/** ln p(y|x)/p(y) of standard normals of correlation ρ, for all pairs. */
function optimalCritic(x: ArrayLike<number>, y: ArrayLike<number>, rho: number): Float64Array {
  const [n, rest] = [x.length, 1 - rho ** 2];
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [a, b] = [x[Math.floor(at / n)], y[at % n]];
    return -Math.log(rest) / 2 - (b - rho * a) ** 2 / (2 * rest) + b ** 2 / 2;
  });
}

describe('InfoNCE', () => {
  it('of four pairs', () => {
    const critic = optimalCritic([-1, 0, 0.5, 2], [-0.8, 0.1, 0.9, 1.5], 0.9);
    expect(infoNce(critic)).toBeCloseTo(1.0834038007, 9);
  });

  it.each([
    [0.9, 16, 0.735, 0.01],
    [0.9, 128, 0.815, 0.004],
    [0.99, 16, 1.654, 0.012],
    [0.5, 128, 0.144, 0.006],
  ])('with the best critic, ρ = %f, batches of %i', (rho, n, expected, error) => {
    const { normal } = random(1, 'contrastive', rho, n);
    let mean = 0;
    for (let batch = 0; batch < 400; batch++) {
      const x = Float64Array.from({ length: n }, normal);
      const y = x.map((value) => rho * value + Math.sqrt(1 - rho ** 2) * normal());
      mean += infoNce(optimalCritic(x, y, rho)) / 400;
    }
    expect(Math.abs(mean - expected)).toBeLessThan(3 * error);
  });
});

describe('temporal contrast', () => {
  const circle = Float64Array.from({ length: 32 }, (_, at) => {
    const angle = (2 * Math.PI * (at >> 1)) / 16;
    return at % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });

  // Circles and single points by the sum over one sample's neighbours, for all samples see the same (Python 3, math).
  it.each([
    ['a circle', circle, 2, 0.1, 0.0040854447],
    ['a circle, further', circle, 3, 0.5, 0.1426711743],
    ['one point', new Float64Array(32).fill(1), 2, 0.1, 1.32175584],
    ['one point, further', new Float64Array(32).fill(1), 3, 0.1, 0.9162907319],
    ['a half circle', Float64Array.of(1, 0, 0.8, 0.6, 0, 1, -0.6, 0.8, -1, 0), 1, 0.5, 0.1660788138],
  ])('of %s', (_, z, reach, temperature, expected) => {
    expect(temporalContrast(z, 2, { reach, temperature })).toBeCloseTo(expected, 8);
  });

  it('needs neighbours on both sides', () => {
    expect(() => temporalContrast(circle, 2, { reach: 8, temperature: 1 })).toThrow('no 8 on both sides');
  });
});
