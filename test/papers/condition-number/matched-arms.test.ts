import { expect, it } from 'vitest';
import { matchedArms } from '../../../src/papers/condition-number/matched-arms.js';
import { armGroups } from '../../../src/papers/condition-number/tables.js';

const curve = (arm: string, end: number, forget: number) => [
  { arm, step: 0, b_test: 2, b_loss: 3, forget: 0 },
  { arm, step: 10, b_test: 1.6, b_loss: end, forget },
];

it('arms are compared at a share of the least gain of the main ones; a control that does not get there has no number', () => {
  const points = [
    ...armGroups.main.map((arm, i) => curve(arm, 2 - i / 10, 0.1)),
    curve('b-low', 2.8, 0.5),
  ].flat();
  const matched = matchedArms(points, { fraction: 0.5, of: 'weakest' });
  expect(matched.map(({ arm }) => arm)).toEqual([...armGroups.main, 'b-low']);
  const [low] = matched;
  expect(low.target).toBeCloseTo(2.5, 12);
  expect(low.forget).toBeCloseTo(0.05, 12);
  expect(low.b_test).toBeCloseTo(1.8, 12);
  expect(low.step).toBeCloseTo(5, 12);
  expect(matched[5]).toEqual({ arm: 'b-low', target: low.target, step: null, forget: null, b_test: null });
  expect(matchedArms(points, { fraction: 0.5, of: 'all' })[0].target).toBeCloseTo(3 - 0.5 * 1.3, 12);
});
