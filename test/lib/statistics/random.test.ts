import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: Float64Array, order: number) => mean(values.map((value) => value ** order));

describe('random', () => {
  it('repeats a stream and separates different ones', () => {
    const first = (...args: Parameters<typeof random>) => draws(4, random(...args).uniform).join();
    expect(first(1, 'a')).toBe(first(1, 'a'));
    const streams: Parameters<typeof random>[] = [
      [1],
      [2],
      [1, 'a'],
      [1, 'b'],
      [1, 'a', 'b'],
      [1, 'ab'],
      [1, 2],
      [1, '2'],
      [12],
      [-1],
      [0.5],
    ];
    expect(new Set(streams.map((stream) => first(...stream))).size).toBe(streams.length);
  });

  it('starts streams of neighbouring seeds and names unrelated to each other', () => {
    // First draws over 20,000 consecutive streams must look uniform and serially uncorrelated: |z| < 5.
    for (const start of [(i: number) => random(i), (i: number) => random(1, 'member', i)]) {
      const values = draws(20_000, () => 0).map((_, i) => start(i).uniform() - 0.5);
      const z = (sample: Float64Array, variance: number) =>
        mean(sample) / Math.sqrt(variance / sample.length);
      expect(Math.abs(z(values, 1 / 12))).toBeLessThan(5);
      expect(
        Math.abs(
          z(
            values.map((v) => v * v - 1 / 12),
            1 / 180,
          ),
        ),
      ).toBeLessThan(5);
      expect(
        Math.abs(
          z(
            values.slice(1).map((v, i) => v * values[i]),
            1 / 144,
          ),
        ),
      ).toBeLessThan(5);
    }
  });

  it('draws uniforms in [0, 1) with the moments of the uniform law', () => {
    const values = draws(200_000, random(3).uniform);
    expect(Math.min(...values.subarray(0, 1e5))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.subarray(0, 1e5))).toBeLessThan(1);
    for (const order of [1, 2, 3, 4]) {
      const deviation = Math.sqrt((1 / (2 * order + 1) - 1 / (order + 1) ** 2) / values.length);
      expect(Math.abs(moment(values, order) - 1 / (order + 1))).toBeLessThan(5 * deviation);
    }
  });

  it('draws normals with the moments 0, 1, 0, 3, 0, 15 and no correlation within a pair', () => {
    const normal = random(4).normal;
    const values = draws(200_000, normal);
    const expected = [0, 1, 0, 3, 0, 15];
    const doubled = [1, 3, 15, 105, 945, 10_395]; // E z^(2k)
    expected.forEach((target, k) => {
      const deviation = Math.sqrt((doubled[k] - target ** 2) / values.length);
      expect(Math.abs(moment(values, k + 1) - target)).toBeLessThan(5 * deviation);
    });
    const products = draws(100_000, () => 0).map((_, i) => values[2 * i] * values[2 * i + 1]);
    expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(products.length));
  });

  it('draws each integer equally often', () => {
    const { integer } = random(5);
    const counts = new Float64Array(7);
    const n = 70_000;
    for (let i = 0; i < n; i++) counts[integer(7)]++;
    // Chi-squared with 6 degrees of freedom: 0.99999 quantile 33.1.
    const chiSquared = counts.reduce((sum, count) => sum + (count - n / 7) ** 2 / (n / 7), 0);
    expect(chiSquared).toBeLessThan(33.1);
  });

  it('shuffles to a permutation, every order of three equally often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer(), (n, seed) => {
        const order = random(seed).shuffle(n);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
    const { shuffle } = random(6);
    const counts = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const key = shuffle(3).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Chi-squared with 5 degrees of freedom: 0.99999 quantile 30.9.
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1e4) ** 2 / 1e4, 0);
    expect(chiSquared).toBeLessThan(30.9);
  });

  it('refuses what is no seed and no range', () => {
    expect(() => random(NaN)).toThrow(/finite/);
    expect(() => random(1, Infinity)).toThrow(/finite/);
    expect(() => random(1).integer(0)).toThrow(/1 to 2\^32/);
    expect(() => random(1).integer(2.5)).toThrow(/1 to 2\^32/);
  });
});
