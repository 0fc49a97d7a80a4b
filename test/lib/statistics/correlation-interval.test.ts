import { expect, it } from 'vitest';
import { correlationInterval } from '../../../src/lib/statistics/correlation-interval.js';

// numpy and scipy 1.17.1: tanh(artanh r ± norm.ppf(0.975) · standard error); the interval of scipy.stats.pearsonr is
// the first of them.
it.each([
  ['Pearson', 0.3, 20, -0.16433762668012203, 0.6554991792950994],
  ['Pearson', -0.047394333001705535, 20, -0.47985120668351294, 0.40359095305042514],
  ['Spearman', 0.3, 20, -0.17461163920257294, 0.6614902300039608],
  ['Kendall', 0.3, 20, -0.014392729827698176, 0.5604115270563678],
  ['Pearson', -0.9, 12, -0.9719027257264222, -0.6744697192317312],
  ['Spearman', -0.9, 12, -0.9778786672991447, -0.6029822891746747],
  ['Kendall', -0.9, 12, -0.9587578181874776, -0.7674676492748079],
] as const)('%s %d of %d pairs', (kind, r, pairs, low, high) => {
  const found = correlationInterval(r, pairs, kind);
  expect(found.low).toBeCloseTo(low, 12);
  expect(found.high).toBeCloseTo(high, 12);
  expect(found.pValue(found.low)).toBeCloseTo(0.05, 10);
});

it('tests a value against another one', () => {
  expect(correlationInterval(0.3, 20, 'Pearson').pValue(0.1)).toBeCloseTo(0.3884186021308037, 10);
  expect(correlationInterval(-0.9, 12, 'Pearson').pValue(0.1) / 2.385674709139808e-6).toBeCloseTo(1, 9);
  expect(correlationInterval(1, 12, 'Pearson')).toMatchObject({ low: 1, high: 1 });
});

it('refuses too few pairs and what is no correlation', () => {
  expect(() => correlationInterval(0.5, 4, 'Kendall')).toThrow('at least 5 pairs, not 4');
  expect(() => correlationInterval(1.1, 9, 'Pearson')).toThrow('1.1 is not between');
});
