import { expect, it } from 'vitest';
import { studentQuantile, studentTails } from '../../../src/lib/statistics/student.js';

// scipy 1.17.1, scipy.stats.t.ppf.
it.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 3, 3.1824463052837078],
  [0.975, 4, 2.7764451051977934],
  [0.975, 9, 2.262157162798205],
  [0.975, 30, 2.0422724563012378],
  [0.995, 5, 4.032142983555228],
  [0.75, 1001, 0.6747349193584472],
  [0.975, 1000, 1.9623390808264083],
  [0.6, 1, 0.32491969623290634],
  [0.51, 4, 0.02667061830264906],
])('gives the %d quantile at %d degrees of freedom', (probability, degrees, expected) => {
  expect(studentQuantile(probability, degrees) / expected).toBeCloseTo(1, 11);
  expect(studentQuantile(1 - probability, degrees) / expected).toBeCloseTo(-1, 11);
});

it('keeps its digits as far out as it goes, and refuses to go farther', () => {
  // scipy 1.17.1, scipy.stats.t.ppf(1e-8, …).
  for (const [degrees, expected] of [
    [1, -31830988.61837906],
    [3, -479.5250695797382],
    [30, -7.556534651885402],
  ])
    expect(studentQuantile(1e-8, degrees) / expected).toBeCloseTo(1, 6);
  for (const probability of [1e-17, 1e-12, 1 - 1e-12])
    expect(() => studentQuantile(probability, 3)).toThrow('is too far out');
  expect(() => studentQuantile(0.975, 10_000_000)).toThrow("take the normal distribution's");
});

it('is zero at one half and refuses what has no quantile', () => {
  expect(studentQuantile(0.5, 4)).toBeCloseTo(0, 15);
  expect(() => studentQuantile(1, 4)).toThrow(/between 0 and 1/);
  expect(() => studentQuantile(0.9, 0)).toThrow(/positive integer/);
});

// scipy 1.17.1, 2 * scipy.stats.t.sf(abs(t), degrees).
it.each([
  [0, 3, 1],
  [2.5, 4, 0.06676654481198814],
  [-1, 1, 0.5],
  [8, 9, 2.2134816809400155e-5],
  [40, 20, 1.457469655431075e-20],
  [Infinity, 5, 0],
])('has both tails beyond %d at %d degrees of freedom', (t, degrees, expected) => {
  if (expected === 0) expect(studentTails(t, degrees)).toBe(0);
  else expect(studentTails(t, degrees) / expected).toBeCloseTo(1, 9);
});

it('has tails that the quantile inverts, and refuses what is no number', () => {
  for (const degrees of [1, 2, 7, 30])
    expect(studentTails(studentQuantile(0.975, degrees), degrees)).toBeCloseTo(0.05, 10);
  expect(() => studentTails(NaN, 3)).toThrow('t is no number');
  expect(() => studentTails(1, 0)).toThrow('0 degrees of freedom');
});
