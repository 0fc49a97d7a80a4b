import { expect, it } from 'vitest';
import { randomOrthogonal } from '../../../src/lib/linear-algebra/random-orthogonal.js';
import { random } from '../../../src/lib/statistics/random.js';

it('a random orthogonal matrix is orthogonal', () => {
  for (const d of [1, 2, 7, 40]) {
    const Q = randomOrthogonal(d, random(d));
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        let product = 0;
        for (let c = 0; c < d; c++) product += Q[i * d + c] * Q[j * d + c];
        expect(product).toBeCloseTo(i === j ? 1 : 0, 13);
      }
  }
});

it('prefers no direction and no handedness', () => {
  // Of Haar's law of 3 × 3 matrices, an element has mean 0, second moment 1/3 and fourth moment 1/5.
  const generator = random(12);
  const repeats = 4000;
  const moments = Array.from({ length: 9 }, () => [0, 0, 0]);
  let right = 0;
  for (let r = 0; r < repeats; r++) {
    const Q = randomOrthogonal(3, generator);
    Q.forEach((q, at) => [q, q ** 2, q ** 4].forEach((power, m) => (moments[at][m] += power / repeats)));
    const [a, b, c, d, e, f, g, h, i] = Q;
    if (a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g) > 0) right++;
  }
  const spread = [Math.sqrt(1 / 3), Math.sqrt(1 / 5 - 1 / 9), Math.sqrt(1 / 9 - 1 / 25)];
  for (const of of moments)
    of.forEach((value, m) =>
      expect(Math.abs(value - [0, 1 / 3, 1 / 5][m])).toBeLessThan((4 * spread[m]) / Math.sqrt(repeats)),
    );
  expect(Math.abs(right / repeats - 0.5)).toBeLessThan(2 / Math.sqrt(repeats));
});
