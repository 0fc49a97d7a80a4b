import { expect, it } from 'vitest';
import { logTicks } from '../../src/components/log-ticks.js';

it('gives powers of ten, and more where they are few', () => {
  expect(logTicks([0.001, 20, 1000])).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
  expect(logTicks([25, 1600])).toEqual([30, 100, 300, 1000]);
  expect(logTicks([0.27, 1.2])).toEqual([0.5, 1]);
  expect(logTicks([0.02, 0.2])).toEqual([0.02, 0.05, 0.1, 0.2]);
});

it('leaves some out where there is no room, and gives none for what has no place on the axis', () => {
  expect(logTicks([0.001, 1000], 4)).toEqual([0.001, 0.1, 10, 1000]);
  expect(logTicks([])).toEqual([]);
  expect(logTicks([0, 10])).toEqual([]);
});
