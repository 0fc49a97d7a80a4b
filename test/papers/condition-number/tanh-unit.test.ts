import { expect, it } from 'vitest';
import { linearUnitEntropy } from '../../../src/papers/condition-number/linear-unit.js';
import { logTanhSlope, tanhUnitEntropy } from '../../../src/papers/condition-number/tanh-unit.js';

it('oracle 6: entropies before and after tanh', () => {
  const cases = [
    [0.1, -0.8935972127, -0.8836465598],
    [0.5, 0.499967347, 0.7257913526],
    [1, 0.6698041182, 1.4189385332],
    [2, -0.0012334187, 2.1120857138],
  ];
  for (const [sigma, after, before] of cases) {
    expect(tanhUnitEntropy(sigma)).toBeCloseTo(after, 6);
    expect(linearUnitEntropy([sigma])).toBeCloseTo(before, 9);
  }
});

it('the slope of tanh, where tanh itself is 1 to the last bit as well', () => {
  expect(logTanhSlope(0)).toBeCloseTo(0, 15);
  expect(logTanhSlope(-0.7)).toBeCloseTo(Math.log(1 - Math.tanh(0.7) ** 2), 12);
  expect(logTanhSlope(400)).toBeCloseTo(2 * Math.log(2) - 800, 9);
});
