import { expect, it } from 'vitest';
import { symmetricDirichlet } from '../../../src/lib/statistics/dirichlet.js';
import { random } from '../../../src/lib/statistics/random.js';

it.each([0.3, 1, 5])(
  'of concentration %f has the mean 1/n and the variance of its closed form',
  (concentration) => {
    const source = random(1, 'dirichlet', concentration);
    const n = 4;
    const draws = Array.from({ length: 20_000 }, () => symmetricDirichlet(n, concentration, source));
    for (const p of draws.slice(0, 100)) expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    const first = draws.map(([value]) => value);
    const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
    const variance = first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / first.length;
    expect(mean).toBeCloseTo(1 / n, 2);
    const expected = ((1 / n) * (1 - 1 / n)) / (n * concentration + 1);
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.05);
  },
);

it('refuses a concentration that is none', () => {
  expect(() => symmetricDirichlet(3, 0, random(1))).toThrow(RangeError);
  expect(() => symmetricDirichlet(0, 1, random(1))).toThrow(RangeError);
});
