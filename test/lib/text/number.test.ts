import { expect, it } from 'vitest';
import {
  count,
  countInWords,
  decimals,
  percent,
  scientific,
  significant,
} from '../../../src/lib/text/number.js';

it('writes decimals with a true minus, and no sign on what rounds to zero', () => {
  expect([decimals(-0.256, 2), decimals(3, 0), decimals(-0.001, 2), decimals(1.5, 3)]).toEqual([
    '−0.26',
    '3',
    '0.00',
    '1.500',
  ]);
});

it.each([
  [0.036249, 3, '0.0362'],
  [-1.4142, 3, '−1.41'],
  [0.5, 3, '0.5'],
  [2849.4, 3, '2,849'],
  [-12345, 3, '−12,345'],
  [99.96, 2, '100'],
  [4.4409e-16, 3, '4.44 × 10⁻¹⁶'],
  [-2.5e12, 2, '−2.5 × 10¹²'],
  [0, 3, '0'],
  [-0, 3, '0'],
] as const)('writes %d with %i significant digits as %s', (value, digits, text) => {
  expect(significant(value, digits)).toBe(text);
});

it('writes powers of ten, counts and shares', () => {
  expect([scientific(0.00123), scientific(-5e7, 0), scientific(0)]).toEqual(['1.23 × 10⁻³', '−5 × 10⁷', '0']);
  expect([count(12345.6), count(-1000), count(-0.2)]).toEqual(['12,346', '−1,000', '0']);
  expect([percent(0.284), percent(-0.0056, 1)]).toEqual(['28\u00a0%', '−0.6\u00a0%']);
});

it.each([decimals, significant, scientific])('has words for what is not finite: %o', (write) => {
  expect([NaN, Infinity, -Infinity].map((value) => write(value, 2))).toEqual(['no value', '∞', '−∞']);
});

it('writes small numbers in words', () => {
  expect([0, 1, 12, 13, 1200].map(countInWords)).toEqual(['zero', 'one', 'twelve', '13', '1,200']);
});
