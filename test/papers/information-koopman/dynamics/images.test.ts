import { expect, it } from 'vitest';
import { structuralSimilarity } from '../../../../src/papers/information-koopman/dynamics/structural-similarity.js';
import { vorticity } from '../../../../src/papers/information-koopman/dynamics/vorticity.js';

const [width, height] = [23, 17];
const image = (value: (x: number, y: number) => number) =>
  Float64Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width)));

it('structural similarity agrees with scikit-image 0.26.0 (gaussian_weights, use_sample_covariance=False)', () => {
  const a = image((x, y) => Math.sin(0.5 * y) + Math.cos(0.3 * x));
  const b = image((x, y) => Math.sin(0.5 * y + 0.2) + 0.8 * Math.cos(0.31 * x));
  const mirrored = image((x, y) => b[y * width + width - 1 - x]);
  expect(structuralSimilarity(a, b, width, 4)).toBeCloseTo(0.9075404920011187, 12);
  expect(structuralSimilarity(a, mirrored, width, 2.5)).toBeCloseTo(0.7227118396538613, 12);
  expect(structuralSimilarity(a, a, width, 1)).toBe(1);
  expect(structuralSimilarity(b, a, width, 4)).toBe(structuralSimilarity(a, b, width, 4));
  expect(() => structuralSimilarity(a.subarray(0, 10 * width), b.subarray(0, 10 * width), width, 1)).toThrow(
    'too small',
  );
  expect(() => structuralSimilarity(a, b, width, 0)).toThrow('range of 0');
});

it('vorticity is exact for a flow of second degree, at the edges too', () => {
  const u = image((x, y) => 2 * y * y - 3 * x * y + x);
  const v = image((x, y) => x * x + 0.5 * x * y - y);
  const found = vorticity(u, v, width);
  image((x, y) => 2 * x + 0.5 * y - (4 * y - 3 * x)).forEach((value, at) =>
    expect(found[at]).toBeCloseTo(value, 4),
  );
  expect(() => vorticity(u, v, 2)).toThrow('2 wide');
});
