import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveDimension,
  vonNeumannEntropy,
} from '../../../../src/papers/information-koopman/information/von-neumann-entropy.js';

const diagonal = (...values: number[]) =>
  Float64Array.from({ length: values.length ** 2 }, (_, at) =>
    at % (values.length + 1) === 0 ? values[at / (values.length + 1)] : 0,
  );

describe('von Neumann entropy', () => {
  it.each([
    ['the identity', diagonal(1, 1, 1, 1), Math.log(4), 4],
    ['one direction', diagonal(1, 0, 0), 0, 1],
    ['a half and two quarters', diagonal(0.5, 0.25, 0.25), 1.0397207708, 2.8284271247],
    ['a pair that varies together', Float64Array.of(2, 1, 1, 2), 0.5623351446, 1.7547653506],
    ['8, 4, 2, 1, 1', diagonal(8, 4, 2, 1, 1), 1.2996509635, 3.6680161729],
    ['three coupled directions', Float64Array.of(4, 1, 0, 1, 3, 1, 0, 1, 2), 0.9803186593, 2.6653054309],
  ])('of %s', (_, matrix, entropy, dimension) => {
    expect(vonNeumannEntropy(matrix)).toBeCloseTo(entropy, 9);
    expect(effectiveDimension(matrix)).toBeCloseTo(dimension, 9);
  });

  it('does not depend on scale, and lies between 1 and d', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (values, scale) => {
          const dimension = effectiveDimension(diagonal(...values));
          expect(effectiveDimension(diagonal(...values.map((value) => value * scale)))).toBeCloseTo(
            dimension,
            9,
          );
          expect(dimension).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(dimension).toBeLessThanOrEqual(values.length + 1e-12);
        },
      ),
    );
  });

  it('needs variance', () => {
    expect(() => vonNeumannEntropy(new Float64Array(4))).toThrow('is no variance');
  });
});
