import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { truncatedNormal } from '../../../src/lib/statistics/truncated-normal.js';

it('stays within two standard deviations, with the variance of the truncated law', () => {
  const source = random(1);
  const values = Array.from({ length: 20_000 }, () => truncatedNormal(source));
  expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(2);
  expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length)).toBeLessThan(0.02);
  // 1 − 2·2 φ(2) / (2Φ(2) − 1)
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  expect(Math.abs(variance - 0.7737413)).toBeLessThan(0.02);
});
