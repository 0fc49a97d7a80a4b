import { describe, expect, it } from 'vitest';
import { duffing } from '../../../../src/papers/information-koopman/dynamics/duffing.js';
import { lorenz63 } from '../../../../src/papers/information-koopman/dynamics/lorenz63.js';
import { pendulum } from '../../../../src/papers/information-koopman/dynamics/pendulum.js';
import {
  initialStates,
  sampleTrajectories,
} from '../../../../src/papers/information-koopman/dynamics/sample-trajectories.js';
import { vanDerPol } from '../../../../src/papers/information-koopman/dynamics/van-der-pol.js';
import { windows } from '../../../../src/papers/information-koopman/dynamics/windows.js';

describe('trajectories from random states', () => {
  it('start within the box, differ by seed, and do not depend on how many there are', () => {
    const states = initialStates(pendulum, 500, 1);
    for (let i = 0; i < 500; i++) {
      expect(Math.abs(states[2 * i])).toBeLessThan(2);
      expect(Math.abs(states[2 * i + 1])).toBeLessThan(1);
    }
    expect(Math.max(...states)).toBeGreaterThan(1.9);
    expect(Math.min(...states)).toBeLessThan(-1.9);
    expect(initialStates(pendulum, 20, 1)).toEqual(states.slice(0, 40));
    expect(initialStates(pendulum, 20, 2)).not.toEqual(states.slice(0, 40));
  });

  it('of the pendulum lie on the circle and keep their energy', () => {
    const seen = sampleTrajectories(pendulum, { count: 16, samples: 101, step: 0.1, every: 2, seed: 3 });
    expect(seen.length).toBe(16 * 101 * 3);
    for (let i = 0; i < 16; i++) {
      const energy = (sample: number) => {
        const at = (i * 101 + sample) * 3;
        expect(Math.hypot(seen[at], seen[at + 1])).toBeCloseTo(1, 14);
        return seen[at + 2] ** 2 / 2 - seen[at + 1];
      };
      for (let sample = 1; sample < 101; sample++)
        expect(Math.abs(energy(sample) - energy(0))).toBeLessThan(2e-5);
    }
  });

  it('of Lorenz 63 have the mean height and the variance of the attractor', () => {
    const seen = sampleTrajectories(lorenz63(), {
      ...{ count: 40, samples: 500, skip: 100, step: 0.01, every: 5, seed: 0 },
    });
    const z = seen.filter((_, at) => at % 3 === 2);
    const x = seen.filter((_, at) => at % 3 === 0);
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // ⟨z⟩ = 23.55, and since ⟨x ẋ⟩ = ⟨ż⟩ = 0, ⟨x²⟩ = ⟨x y⟩ = β ⟨z⟩.
    expect(Math.abs(mean(z) - 23.55)).toBeLessThan(0.15);
    expect(Math.abs(mean(x.map((value) => value * value)) / ((8 / 3) * mean(z)) - 1)).toBeLessThan(0.01);
  });

  it('of Van der Pol run onto its cycle, of Duffing into a well', () => {
    const late = { count: 12, samples: 200, skip: 600, step: 0.05, seed: 5 };
    const cycle = sampleTrajectories(vanDerPol(), late);
    for (let i = 0; i < 12; i++) {
      const x = cycle.slice(i * 400, (i + 1) * 400).filter((_, at) => at % 2 === 0);
      expect(Math.max(...x)).toBeCloseTo(2.0086, 2); // the known amplitude at μ = 1
    }
    const wells = sampleTrajectories(duffing(), { ...late, samples: 1 });
    for (let i = 0; i < 12; i++) {
      expect(Math.abs(wells[2 * i])).toBeCloseTo(1, 1);
      expect(Math.abs(wells[2 * i + 1])).toBeLessThan(0.05);
    }
  });
});

it('windows are what lies in the series from their start on', () => {
  const series = Float64Array.from({ length: 20 }, (_, i) => i);
  expect(windows(series, 2, 3, [0, 7])).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5, 14, 15, 16, 17, 18, 19));
  expect(() => windows(series, 2, 3, [8])).toThrow('from 8 on: the series has 10');
  expect(() => windows(series, 2, 3, [-1])).toThrow('from -1 on');
});
