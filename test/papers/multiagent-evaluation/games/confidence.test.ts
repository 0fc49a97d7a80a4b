import { expect, it } from 'vitest';
import { hoeffdingHalfWidth } from '../../../../src/papers/multiagent-evaluation/games/confidence.js';

it('Hoeffding’s interval is of payoffs, at a δ between 0 and 1', () => {
  // √(ln 40 / 20)
  expect(hoeffdingHalfWidth(10, 0.05)).toBeCloseTo(0.4294694, 6);
  for (const [count, delta] of [[10, 3] as const, [10, 0] as const, [0, 0.05] as const])
    expect(() => hoeffdingHalfWidth(count, delta)).toThrow('Hoeffding');
});
