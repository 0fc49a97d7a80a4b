import { expect, it } from 'vitest';
import * as gaussianBound from '../../../data-loaders/cs-ib/gaussian-bound.js';
import * as gaussianBoundRun from '../../../data-loaders/cs-ib/gaussian-bound.run.js';
import { collect } from '../collect.js';

const experiment = { ...gaussianBound, ...gaussianBoundRun };

it('finds violations of the divergence bound in general position, and of it alone', async () => {
  const tables = await collect(experiment, { dimensions: [1, 3], pairs: 2000, shown: 100 });
  expect(tables.gaussian_bound).toHaveLength(8);
  for (const { statement, dimension, pairs, violations, largest_ratio: ratio } of tables.gaussian_bound) {
    expect(pairs).toBe(2000);
    if (statement === 'divergence') {
      expect(ratio).toBeGreaterThan(1);
      if (dimension === 1) expect(violations).toBeGreaterThan(200);
    } else {
      expect(violations).toBe(0);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(1);
    }
  }
});

it('shows a sample of each statement that agrees with its count', async () => {
  const { gaussian_bound: counts, gaussian_pairs: pairs } = await collect(experiment, {
    dimensions: [1],
    pairs: 50,
    shown: 50,
  });
  for (const { statement, violations } of counts) {
    const shown = pairs.filter((row) => row.statement === statement);
    expect(shown).toHaveLength(50);
    expect(shown.filter(({ cs, shannon }) => cs > shannon)).toHaveLength(violations);
  }
});
