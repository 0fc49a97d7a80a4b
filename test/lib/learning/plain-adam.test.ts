import { expect, it } from 'vitest';
import { plainAdam } from '../../../src/lib/learning/plain-adam.js';

it('follows the published algorithm', () => {
  // PyTorch's Adam and the paper's Algorithm 1 agree on the first step, rate · sign(gradient); the second by hand.
  const parameters = Float64Array.of(1, -2);
  const step = plainAdam(2, 0.1);
  step(parameters, Float64Array.of(4, -0.5));
  expect(parameters[0]).toBeCloseTo(0.9, 8);
  expect(parameters[1]).toBeCloseTo(-1.9, 8);
  step(parameters, Float64Array.of(2, 0));
  const first = (0.9 * 0.4 + 0.1 * 2) / (1 - 0.81);
  const second = (0.999 * 0.016 + 0.001 * 4) / (1 - 0.998001);
  expect(parameters[0]).toBeCloseTo(0.9 - (0.1 * first) / Math.sqrt(second), 8);
});
