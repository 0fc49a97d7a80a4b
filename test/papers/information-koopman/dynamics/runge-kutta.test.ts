import { describe, expect, it } from 'vitest';
import { duffing } from '../../../../src/papers/information-koopman/dynamics/duffing.js';
import { lorenz63 } from '../../../../src/papers/information-koopman/dynamics/lorenz63.js';
import { pendulum } from '../../../../src/papers/information-koopman/dynamics/pendulum.js';
import { rungeKutta } from '../../../../src/papers/information-koopman/dynamics/runge-kutta.js';
import { vanDerPol } from '../../../../src/papers/information-koopman/dynamics/van-der-pol.js';
import { decayAndTurn, exactDecayAndTurn } from './decay-and-turn.js';

const last = (
  field: Parameters<typeof rungeKutta>[0],
  initial: readonly number[],
  step: number,
  steps: number,
) => rungeKutta(field, Float64Array.from(initial), initial.length, { step, skip: steps, samples: 1 });

describe('RK4', () => {
  it.each([
    ['one step of 0.01', 0.01, 1, [1.0125671910736, 1.2599177989453, 0.9848909717916], 12],
    ['100 steps of 0.01', 0.01, 100, [-9.3786158072, -8.3570599553, 29.3624037501], 7],
    ['one step of 0.1', 0.1, 1, [2.2369069444, 4.2953495223, 1.0917985327], 9],
  ])('takes Lorenz 63 where NumPy code of the same method does: %s', (_, step, steps, expected, digits) => {
    const state = last(lorenz63().field, [1, 1, 1], step, steps);
    expected.forEach((value, c) => expect(state[c]).toBeCloseTo(value, digits));
  });

  it.each([
    ['the pendulum', pendulum, [1, 0], [-0.99894904385, -0.0420378351]],
    ['Van der Pol', vanDerPol(), [2, 0], [-2.0083442025, 0.0326763724]],
    ['Duffing', duffing(), [0.5, 0], [0.9675553205, 0.0240118257]],
  ])('takes %s where NumPy code of the same method does', (_, { field }, initial, expected) => {
    const state = last(field, initial, 0.1, 100);
    expected.forEach((value, c) => expect(state[c]).toBeCloseTo(value, 8));
  });

  it('is of fourth order: half the step, a sixteenth of the error', () => {
    const errors = [0.1, 0.05, 0.025, 0.0125].map((step) => {
      const state = last(decayAndTurn, [1, 1, 0], step, 2 / step);
      return Math.hypot(...exactDecayAndTurn(2).map((value, c) => state[c] - value));
    });
    for (let i = 1; i < errors.length; i++) {
      const order = Math.log2(errors[i - 1] / errors[i]);
      expect(order).toBeGreaterThan(3.9);
      expect(order).toBeLessThan(4.1);
    }
  });

  it('keeps the samples that are asked for, of each trajectory', () => {
    const { field } = pendulum;
    const initial = Float64Array.of(1, 0, 0.3, -0.2);
    const before = initial.slice();
    const all = rungeKutta(field, initial, 2, { step: 0.1, samples: 9 });
    const some = rungeKutta(field, initial, 2, { step: 0.1, every: 3, skip: 1, samples: 2 });
    expect(initial).toEqual(before);
    expect(all.subarray(0, 2)).toEqual(initial.subarray(0, 2));
    for (let i = 0; i < 2; i++)
      for (let sample = 0; sample < 2; sample++)
        expect(some.slice((2 * i + sample) * 2, (2 * i + sample) * 2 + 2)).toEqual(
          all.slice((9 * i + 3 * (sample + 1)) * 2, (9 * i + 3 * (sample + 1)) * 2 + 2),
        );
    const alone = rungeKutta(field, initial.slice(2), 2, { step: 0.1, samples: 9 });
    expect(all.slice(18)).toEqual(alone);
  });

  it('says what is wrong', () => {
    const { field } = lorenz63();
    const sampling = { step: 0.01, samples: 2 };
    expect(() => rungeKutta(field, new Float64Array(4), 3, sampling)).toThrow('4 coordinates');
    expect(() => rungeKutta(field, new Float64Array(3), 3, { ...sampling, skip: -1 })).toThrow('skip of -1');
    expect(() => rungeKutta(field, new Float64Array(3), 3, { ...sampling, every: 0.5 })).toThrow(
      'every of 0.5',
    );
    expect(() => rungeKutta(field, Float64Array.of(1, 1, 1), 3, { step: 5, samples: 20 })).toThrow(
      'too long',
    );
  });
});
