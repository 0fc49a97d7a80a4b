import fc from 'fast-check';
import { matchedTruth } from '../../../src/papers/semantic-information/truth-functions.js';

export interface RandomChannel {
  readonly prior: Float64Array;
  readonly channel: Float64Array;
  readonly truth: Float64Array;
}

/** Channels of 2–6 instances and 1–5 labels, with truth functions that have nothing to do with them. */
export function channels(): fc.Arbitrary<RandomChannel> {
  const size = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }));
  return size.chain(([n, m]) => {
    const values = (count: number) =>
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: count, maxLength: count });
    return fc.tuple(values(n), values(n * m), values(n * m)).map(([p, c, t]) => {
      const prior = Float64Array.from(p, (value) => value / sum(p));
      const channel = Float64Array.from(c, (value, at) => {
        const start = at - (at % m);
        return value / sum(c.slice(start, start + m));
      });
      return { prior, channel, truth: matchedTruth(prior, Float64Array.from(t)) };
    });
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
