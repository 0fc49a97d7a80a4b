import { expect, it } from 'vitest';
import { ridgeOperator } from '../../../../src/lib/dynamics/koopman/ridge-operator.js';

it('fits the operator of the released code', () => {
  const Z = Float64Array.of(1, 0, 0.9, 0.1, 0.7, 0.3, 0.4, 0.5);
  const next = Float64Array.of(0.9, 0.1, 0.7, 0.3, 0.4, 0.5, 0.1, 0.6);
  const expected = [0.7899113082, 0.2128603104, -0.344345898, 0.8301552106];
  ridgeOperator(Z, next, 2, 0.1).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 9));
  expect(() => ridgeOperator(new Float64Array(8), next, 2, 0)).toThrow('not positive definite');
});
