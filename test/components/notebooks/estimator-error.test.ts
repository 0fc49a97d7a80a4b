import { expect, it } from 'vitest';
import { estimatorError } from '../../../src/components/notebooks/estimator-error.js';
import { summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const rows = [0, 0.9].flatMap((rho) =>
  [1, 3, 10].flatMap((k) =>
    [25, 100, 400].map((n) => {
      const bias = (-rho * k) / n;
      return { rho, k, n, bias, low: bias - 0.01, high: bias + 0.01, spread: 1 / Math.sqrt(n * k) };
    }),
  ),
);

it('draws bias and spread of the chosen correlation, a line a number of neighbours, side by side or one below the other', () => {
  const wide = summary(estimatorError(rows, { rho: 0.9 }, 640));
  expect(wide).toMatchSnapshot();
  expect(wide).toContain('legend: k = 1 | k = 3 | k = 10');
  expect(summary(estimatorError(rows, { rho: 0 }, 640))).not.toBe(wide);
  expect(summary(estimatorError(rows, { rho: 0.9 }, 390))).toMatch(/plot 390/);
});
