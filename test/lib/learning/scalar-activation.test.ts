import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalarActivations } from '../../../src/lib/learning/scalar-activation.js';

describe.each(Object.entries(scalarActivations))('%s', (_, { value, slope }) => {
  it('has the slope of central differences', () => {
    const away = fc.double({ min: 1e-3, max: 20, noNaN: true });
    fc.assert(
      fc.property(away, fc.boolean(), (size, negative) => {
        const z = negative ? -size : size;
        const step = 1e-5;
        expect(slope(z, value(z))).toBeCloseTo((value(z + step) - value(z - step)) / (2 * step), 7);
      }),
    );
  });

  it('does not overflow', () => {
    for (const z of [-1000, -40, 0, 40, 1000]) {
      expect(Number.isFinite(value(z))).toBe(true);
      expect(Number.isFinite(slope(z, value(z)))).toBe(true);
    }
  });
});

it('have known values', () => {
  const at = (z: number) =>
    Object.fromEntries(Object.entries(scalarActivations).map(([name, { value }]) => [name, value(z)]));
  for (const [z, expected] of [
    [-2, { tanh: -0.964028, relu: 0, elu: -0.864665, softplus: 0.126928, swish: -0.238406 }],
    [1, { tanh: 0.761594, relu: 1, elu: 1, softplus: 1.313262, swish: 0.731059 }],
  ] as const)
    for (const [name, value] of Object.entries(expected)) expect(at(z)[name]).toBeCloseTo(value, 6);
});
