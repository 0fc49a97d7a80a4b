import { expect, it } from 'vitest';
import {
  binomial,
  truncatedGeometric,
  uniform,
} from '../../../src/papers/entropy-coupling-bottleneck/sources.js';

const sum = (p: Float64Array) => p.reduce((total, value) => total + value, 0);

it('laws by their closed forms', () => {
  const p = binomial(20, 0.3);
  expect(p).toHaveLength(21);
  expect(sum(p)).toBeCloseTo(1, 12);
  expect(p.reduce((mean, mass, k) => mean + k * mass, 0)).toBeCloseTo(6, 12);
  expect(binomial(4, 0.5)[2]).toBeCloseTo(6 / 16, 12);
  const q = truncatedGeometric(5, 0.25);
  expect(sum(q)).toBeCloseTo(1, 12);
  for (let k = 1; k < 5; k++) expect(q[k] / q[k - 1]).toBeCloseTo(0.75, 12);
  expect(Array.from(uniform(4))).toEqual([0.25, 0.25, 0.25, 0.25]);
});
