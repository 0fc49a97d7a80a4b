import { describe, expect, test } from 'vitest';
import { fastRandom } from '../../../src/lib/statistics/fast-random.js';
import { normalProbability } from '../../../src/lib/statistics/normal.js';
import { random } from '../../../src/lib/statistics/random.js';

const stream = (seed: number) => fastRandom(random(seed, 'fast'));

function normals(count: number, seed = 1): Float32Array {
  const values = new Float32Array(count);
  stream(seed).fillNormal(values);
  return values;
}

describe('normals', () => {
  test('follow the normal law: Kolmogorov–Smirnov', () => {
    const n = 1_000_000;
    const sorted = normals(n).sort();
    let distance = 0;
    sorted.forEach((value, i) => {
      const p = normalProbability(value);
      distance = Math.max(distance, p - i / n, (i + 1) / n - p);
    });
    // Exceeded with probability 2 exp(−2 · 2²) < 0.001.
    expect(distance * Math.sqrt(n)).toBeLessThan(2);
  });

  test('reach beyond the ziggurat, on both sides, as often as they should', () => {
    const n = 2_000_000;
    const beyond = normals(n, 2).filter((value) => Math.abs(value) > 3.6);
    const expected = 2 * n * (1 - normalProbability(3.6));
    expect(Math.abs(beyond.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
    expect(Math.abs(beyond.filter((value) => value > 0).length - expected / 2)).toBeLessThan(
      5 * Math.sqrt(expected / 2),
    );
  });

  test('in a row are uncorrelated, in value and in size', () => {
    const n = 1_000_000;
    const values = normals(n, 3);
    let [product, squares] = [0, 0];
    for (let i = 1; i < n; i++) {
      product += values[i] * values[i - 1];
      squares += (values[i] ** 2 - 1) * (values[i - 1] ** 2 - 1);
    }
    expect(Math.abs(product)).toBeLessThan(5 * Math.sqrt(n));
    expect(Math.abs(squares)).toBeLessThan(5 * 2 * Math.sqrt(n));
  });

  test('are those of the stream that they begin with', () => {
    expect(normals(50, 4)).toEqual(normals(50, 4));
    expect(normals(50, 4)).not.toEqual(normals(50, 5));
  });
});

test('hits come with their probability', () => {
  const values = new Float32Array(400_000);
  stream(6).fillBernoulli(values, 0.9, 2.5);
  const hits = values.filter((value) => value === 2.5).length;
  expect(values.filter((value) => value === 0).length).toBe(values.length - hits);
  expect(Math.abs(hits - 0.9 * values.length)).toBeLessThan(5 * Math.sqrt(0.09 * values.length));
});
