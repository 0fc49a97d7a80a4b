import { mean } from 'd3-array';
import { expect, it } from 'vitest';
import { bootstrap } from '../../../src/lib/statistics/bootstrap.js';
import { random } from '../../../src/lib/statistics/random.js';

const meanOf = (values: readonly number[]) => mean(values)!;

it('of a mean is near its standard error, and the same for the same seed', () => {
  const { normal } = random(3, 'values');
  const values = Array.from({ length: 200 }, () => 2 + normal());
  const found = bootstrap(values, meanOf);
  expect(found.value).toBe(meanOf(values));
  // ± 1.96 / √200, the standard error known to a twentieth and the ends of 2,000 resamples to another.
  expect((found.high - found.low) / (2 * 0.1386)).toBeGreaterThan(0.85);
  expect((found.high - found.low) / (2 * 0.1386)).toBeLessThan(1.15);
  expect(bootstrap(values, meanOf)).toMatchObject({ low: found.low, high: found.high });
  expect(bootstrap(values, meanOf, { seed: 2 }).low).not.toBe(found.low);
});

it('has a p value that is small outside of the interval and large within', () => {
  const { low, value, high, pValue } = bootstrap([1, 2, 3, 4, 5, 6, 7, 8], meanOf);
  expect(pValue(low - 0.2)).toBeLessThan(0.05);
  expect(pValue(high + 0.2)).toBeLessThan(0.05);
  expect(pValue(value)).toBeGreaterThan(0.5);
});

it('refuses a single unit and a statistic that does not exist', () => {
  expect(() => bootstrap([1], meanOf)).toThrow('1 units');
  expect(() => bootstrap([1, 2], () => NaN)).toThrow('of all units is NaN');
});
