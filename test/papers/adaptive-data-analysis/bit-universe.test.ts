import fc from 'fast-check';
import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import {
  coordinateQuery,
  expectation,
  productDistribution,
  randomQuery,
  sampleFrequencies,
} from '../../../src/papers/adaptive-data-analysis/bit-universe.js';

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });

it('is a distribution under which each bit has its probability', () => {
  fc.assert(
    fc.property(probabilities, (given) => {
      const law = productDistribution(given);
      expect(law.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      given.forEach((p, bit) => {
        expect(expectation(law, coordinateQuery(bit, given.length))).toBeCloseTo(2 * p - 1, 12);
      });
    }),
  );
});

it('multiplies the probabilities of the bits', () => {
  const expected = [0.2 * 0.7, 0.8 * 0.7, 0.2 * 0.3, 0.8 * 0.3];
  productDistribution([0.8, 0.3]).forEach((p, element) => expect(p).toBeCloseTo(expected[element], 15));
});

it('draws samples of this law', () => {
  const points = 100_000;
  const frequencies = sampleFrequencies([0.8, 0.3], points, random(4, 'bits'));
  expect(frequencies.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 8);
  const law = productDistribution([0.8, 0.3]);
  frequencies.forEach((share, i) => {
    expect(Math.abs(share - law[i])).toBeLessThan(5 * Math.sqrt((law[i] * (1 - law[i])) / points));
  });
});

it('draws queries of fair, independent signs', () => {
  const [a, b] = [randomQuery(4096, random(6, 'query')), randomQuery(4096, random(7, 'query'))];
  for (const value of a) expect(Math.abs(value)).toBe(1);
  const uniform = new Float64Array(4096).fill(1 / 4096);
  // Five standard errors of 4096 signs.
  for (const query of [a, b, a.map((value, i) => value * b[i]), a.map((value, i) => value * a[i ^ 1])])
    expect(Math.abs(expectation(uniform, query))).toBeLessThan(5 / 64);
});
