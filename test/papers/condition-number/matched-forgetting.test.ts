import { expect, it } from 'vitest';
import {
  atFirstCrossing,
  curveOf,
  matchedTarget,
} from '../../../src/papers/condition-number/matched-forgetting.js';

const curve = (arm: string, losses: readonly number[], forgets: readonly number[]) =>
  losses.map((b_loss, i) => ({ arm, step: 10 * i, b_loss, forget: forgets[i] }));

const points = [
  ...curve('slow', [3, 2.8, 2.6, 2.5], [0, 0.01, 0.02, 0.1]),
  ...curve('fast', [3, 2.4, 1.9, 2.1], [0, 0.2, 0.6, 0.7]),
];

it('the target is a share of the least gain, which is the best loss an arm came to, not its last', () => {
  expect(matchedTarget(points, ['slow', 'fast'], 0.7)).toBeCloseTo(2.65, 12);
  expect(matchedTarget(points, ['fast'], 0.5)).toBeCloseTo(2.45, 12);
  expect(() => matchedTarget(points, ['slow', 'absent'], 0.5)).toThrow(RangeError);
});

it('a column is read off where the curve first crosses the target, between two points', () => {
  expect(atFirstCrossing(curveOf(points, 'slow'), 2.65, 'forget')).toBeCloseTo(0.0175, 12);
  expect(atFirstCrossing(curveOf(points, 'fast'), 2.65, 'step')).toBeCloseTo(10 * (0.35 / 0.6), 12);
  expect(atFirstCrossing(curveOf(points, 'slow'), 2.2, 'forget')).toBeNull();
  expect(atFirstCrossing(curveOf(points, 'slow'), 3.5, 'forget')).toBe(0);
});
