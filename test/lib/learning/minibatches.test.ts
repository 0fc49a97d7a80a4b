import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minibatches } from '../../../src/lib/learning/minibatches.js';
import { random } from '../../../src/lib/statistics/random.js';

describe('minibatches', () => {
  it('are, an epoch, distinct rows in batches of one size, all but a remainder of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        (rows, size, seed) => {
          fc.pre(size <= rows);
          const batches = minibatches(rows, size, random(seed));
          for (let epoch = 0; epoch < 3; epoch++) {
            const seen = new Set<number>();
            for (let i = 0; i < Math.floor(rows / size); i++) {
              const batch = batches.next().value;
              expect(batch).toHaveLength(size);
              batch.forEach((row) => seen.add(row));
            }
            expect(seen.size).toBe(Math.floor(rows / size) * size);
            expect(Math.max(...seen)).toBeLessThan(rows);
          }
        },
      ),
    );
  });

  it('come in another order each epoch, and in the same for the same seed', () => {
    const epochs = (seed: number) => {
      const batches = minibatches(50, 50, random(seed));
      return [batches.next().value.join(), batches.next().value.join()];
    };
    expect(epochs(1)[0]).not.toBe(epochs(1)[1]);
    expect(epochs(1)).toEqual(epochs(1));
    expect(epochs(2)[0]).not.toBe(epochs(1)[0]);
  });

  it('say so where there is not one batch', () => {
    expect(() => minibatches(3, 4, random(1)).next()).toThrow('3 rows hold no batch of 4');
  });
});
