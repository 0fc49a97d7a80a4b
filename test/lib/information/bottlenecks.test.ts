import { expect, it } from 'vitest';
import { mixtureInformation } from '../../../src/lib/information/nonlinear-bottleneck.js';
import { variationalRate } from '../../../src/lib/information/variational-bottleneck.js';

it('gives the nonlinear bottleneck penalty (float64 NumPy)', () => {
  const information = mixtureInformation(Float64Array.of(0, 1, 3), 1, Math.exp(-1));
  expect(information).toBeCloseTo(0.9435858681, 9);
  expect(information / Math.LN2).toBeCloseTo(1.3613066526, 9);
});

it('lies between nothing, at equal means, and log N, at means far apart', () => {
  expect(mixtureInformation(Float64Array.of(2, 1, 2, 1, 2, 1), 2, 0.3)).toBeCloseTo(0, 12);
  expect(mixtureInformation(Float64Array.of(0, 0, 99, 0, 0, 99), 2, 0.3)).toBeCloseTo(Math.log(3), 12);
  expect(() => mixtureInformation(Float64Array.of(1), 1, 0)).toThrow(/variance 0/);
});

it('gives the variational bottleneck penalty (closed form)', () => {
  const rate = (means: number[], logs: number[], dimension: number) =>
    variationalRate(Float64Array.from(means), Float64Array.from(logs), dimension);
  expect(rate([0.5, -1], [0, -1], 2)).toBeCloseTo(0.8089397206, 9);
  expect(rate([0.5, -1, 0, 0], [0, -1, 0, 0], 2)).toBeCloseTo(0.8089397206 / 2, 9);
  expect(() => rate([1, 2], [0], 2)).toThrow(/2 means but 1/);
});
