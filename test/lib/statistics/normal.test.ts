import { expect, it } from 'vitest';
import { normalProbability, normalTail } from '../../../src/lib/statistics/normal.js';

// scipy 1.17.1, scipy.stats.norm.sf.
it.each([
  [0, 0.5],
  [0.1, 0.460172162722971],
  [1, 0.15865525393145707],
  [1.96, 0.024997895148220435],
  [2.9, 0.0018658133003840375],
  [3, 0.0013498980316300933],
  [3.1, 0.0009676032132183563],
  [5, 2.866515718791933e-7],
  [10, 7.61985302416047e-24],
  [30, 4.906713927147908e-198],
])('gives the upper tail at %d', (z, expected) => {
  expect(normalTail(z) / expected).toBeCloseTo(1, 11);
});

// scipy 1.17.1, scipy.special.ndtr.
it.each([
  [-5, 2.866515718791933e-7],
  [-1, 0.15865525393145707],
  [0, 0.5],
  [0.3, 0.6179114221889526],
  [4, 0.9999683287581669],
])('gives the probability below %d', (z, expected) => {
  expect(normalProbability(z) / expected).toBeCloseTo(1, 11);
});
