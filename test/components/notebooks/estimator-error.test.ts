import { expect, it } from 'vitest';
import {
  errorsInWords,
  estimatorError,
  tradeInWords,
} from '../../../src/components/notebooks/estimator-error.js';
import { summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

const rows = [0, 0.9].flatMap((rho) =>
  [1, 3, 10].flatMap((k) =>
    [25, 100, 400].map((n) => {
      const bias = (-rho * k) / n;
      return {
        rho,
        k,
        n,
        samples: 20,
        bias,
        low: bias - 0.01,
        high: bias + 0.01,
        spread: 1 / Math.sqrt(n * k),
      };
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

it('says where each line begins and ends', () => {
  expect(errorsInWords(rows, { rho: 0.9 })).toBe(
    'From 25 to 400 pairs, the bias in nats goes: k = 1 from −0.04 to 0.00; k = 3 from −0.11 to −0.01; k = 10 from −0.36 to −0.02. ' +
      'The spread: k = 1 from 0.20 to 0.05; k = 3 from 0.12 to 0.03; k = 10 from 0.06 to 0.02.',
  );
});

it('says what few and many neighbours trade in the smallest sample', () => {
  expect(tradeInWords(rows.toReversed(), { rho: 0.9 })).toBe(
    'With 25 pairs, k = 1 errs by −0.04 nats on average and scatters by 0.20; k = 10 errs by −0.36 nats on average and scatters by 0.06.',
  );
});
