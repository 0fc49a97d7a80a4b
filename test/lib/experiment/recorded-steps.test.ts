import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordedSteps } from '../../../src/lib/experiment/recorded-steps.js';

it('records powers evenly', () => {
  expect([...recordedSteps(1000, 5)]).toEqual([0, 1, 10, 100, 1000]);
  expect([...recordedSteps(10, 3)]).toEqual([0, 1, 10]);
  expect([...recordedSteps(3, 100)]).toEqual([0, 1, 2, 3]);
});

it('records the first and the last step, in order, and no more than asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 3, max: 300 }), (steps, count) => {
      const recorded = [...recordedSteps(steps, count)];
      expect(recorded[0]).toBe(0);
      expect(recorded.at(-1)).toBe(steps);
      expect(recorded.length).toBeLessThanOrEqual(count);
      expect(recorded.every((step, i) => Number.isInteger(step) && (i === 0 || step > recorded[i - 1]))).toBe(
        true,
      );
    }),
  );
});
