import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { efficiency, efficiencyGradient } from '../../../src/papers/gain-control/efficiency.js';
import { gainsInLoop, gainsOnInput } from '../../../src/papers/gain-control/gain-network.js';
import {
  closedFormGains,
  descendedGains,
  networkForms,
} from '../../../src/papers/gain-control/optimal-gains.js';
import { orientationPopulation } from '../../../src/papers/gain-control/orientation-population.js';
import {
  driveEnsemble,
  orientationEnsemble,
  uniformEnsemble,
} from '../../../src/papers/gain-control/stimulus-ensemble.js';
import { best, settings } from './default-network.js';

const near = (values: Iterable<number>, expected: readonly number[], tolerance = 1e-6) =>
  [...values].forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(tolerance));

describe('the closed form', () => {
  const four = {
    orientations: Float64Array.of(0, 45, 90, 135),
    probabilities: Float64Array.of(0.2, 0.2, 0.4, 0.2),
  };

  it('oracle 2: gains and objective of four neurons, NumPy', () => {
    const { network, drives, gains } = best({ neurons: 4 }, four);
    near(gains, [0.59788, 0.594181, 0.470449, 0.594181]);
    const { loss } = efficiency(network, drives, gains, { alpha: 1, gamma: 1 });
    expect(Math.abs(loss - 2.227242)).toBeLessThan(1e-6);
    near(best({ neurons: 4 }, uniformEnsemble(4)).gains, [0.554029, 0.554029, 0.554029, 0.554029]);
  });

  it('oracle 3: gain 1 reads without error, so it is best where activity costs nothing', () => {
    for (const [probability, gamma] of [
      [0.35, 1],
      [0.7, 0.01],
    ] as const) {
      const { gains } = best({}, orientationEnsemble(12, 90, probability), { alpha: 0, gamma });
      for (const gain of gains) expect(gain).toBeCloseTo(1, 10);
    }
  });

  it('oracle 4: without recurrence each gain stands alone', () => {
    const [alpha, gamma] = [1.7, 0.3];
    const ensemble = orientationEnsemble(12, 90, 0.35);
    const { drives, gains } = best({ excitation: 0, inhibition: 0 }, ensemble, { alpha, gamma });
    gains.forEach((gain, i) => {
      const C = drives.drives.reduce((sum, f, s) => sum + ensemble.probabilities[s] * f[i] ** 2, 0);
      expect(gain).toBeCloseTo((C + gamma) / ((1 + alpha) * C + gamma), 12);
    });
  });

  it('oracle 5: an unbiased ensemble gives every neuron the same gain', () => {
    const twelve = best({ neurons: 12 }, uniformEnsemble(12)).gains;
    for (const gain of twelve) expect(gain).toBeCloseTo(twelve[0], 12);
    // Between twelve stimuli on a ring of 36 the moments of the tuning are not quite those at the stimuli.
    const { gains } = best({}, uniformEnsemble(12));
    for (const gain of gains) expect(Math.abs(gain - gains[0])).toBeLessThan(1e-6);
  });

  it('oracle 6: gains of the default network, NumPy', () => {
    near(best({}, uniformEnsemble(12)).gains.subarray(0, 1), [0.6344], 1e-5);
    const { gains } = best({}, orientationEnsemble(12, 90, 0.35));
    near([gains[18], gains[0]], [0.49908, 0.69849], 1e-5);
  });

  it('no other gains have a smaller objective', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (excitation, inhibition, alpha, gamma, moves) => {
          const weights = { alpha, gamma };
          const given = { neurons: 8, excitation, inhibition };
          const { network, drives, gains } = best(given, orientationEnsemble(12, 90, 0.35), weights);
          const { loss } = efficiency(network, drives, gains, weights);
          const other = gains.map((gain, i) => gain + moves[i]);
          const distance = moves.reduce((sum, move) => sum + move * move, 0);
          // The objective curves upwards by γ at least.
          expect(efficiency(network, drives, other, weights).loss - loss).toBeGreaterThanOrEqual(
            gamma * distance * (1 - 1e-9) - 1e-9,
          );
        },
      ),
    );
  });
});

describe('the gradient and the descent', () => {
  const { recurrence, drive } = orientationPopulation({ ...settings, neurons: 6 });
  const drives = driveEnsemble({ drive }, orientationEnsemble(12, 90, 0.35));
  const weights = { alpha: 0.7, gamma: 0.2 };

  it.each([
    ['on the input', gainsOnInput],
    ['in the loop', gainsInLoop],
  ])('gains %s: the gradient is that of finite differences', (_, build) => {
    const network = build(recurrence);
    const gains = Float64Array.of(0.9, 0.6, 1.1, 0.8, 0.7, 1);
    const h = 1e-5;
    efficiencyGradient(network, drives, gains, weights).forEach((slope, i) => {
      const loss = (step: number) =>
        efficiency(
          network,
          drives,
          gains.map((gain, j) => (i === j ? gain + step : gain)),
          weights,
        ).loss;
      expect((loss(h) - loss(-h)) / (2 * h)).toBeCloseTo(slope, 7);
    });
  });

  it('lands on the closed form where that holds', () => {
    const network = gainsOnInput(recurrence);
    const { sensitivity } = network.at(new Float64Array(6).fill(1));
    const closed = closedFormGains(networkForms(network.decoder, sensitivity), drives, weights);
    near(descendedGains(network, drives, weights), [...closed], 1e-9);
  });

  it('finds a point inside the loop from which every step leads up', () => {
    const network = gainsInLoop(recurrence);
    const gains = descendedGains(network, drives, weights);
    const { loss } = efficiency(network, drives, gains, weights);
    const start = efficiency(network, drives, new Float64Array(6).fill(1), weights).loss;
    expect(loss).toBeLessThan(start);
    for (let i = 0; i < 6; i++)
      for (const step of [-1e-3, 1e-3]) {
        const moved = Float64Array.from(gains);
        moved[i] += step;
        expect(efficiency(network, drives, moved, weights).loss).toBeGreaterThan(loss);
      }
  });
});

describe('both networks', () => {
  const { recurrence, drive } = orientationPopulation({ ...settings, neurons: 6 });

  it('are the same at gain 1, and solve their own equations', () => {
    const ones = new Float64Array(6).fill(1);
    const f = drive(30);
    const outside = gainsOnInput(recurrence).at(ones).respond(f);
    near(gainsInLoop(recurrence).at(ones).respond(f), [...outside], 1e-12);
    const gains = Float64Array.of(0.9, 0.6, 1.1, 0.8, 0.7, 1);
    const recurrent = (r: Float64Array, i: number) =>
      r.reduce((sum, value, j) => sum + recurrence[6 * i + j] * value, 0);
    const r = gainsInLoop(recurrence).at(gains).respond(f);
    r.forEach((value, i) => expect(value).toBeCloseTo(gains[i] * (f[i] + recurrent(r, i)), 12));
    const q = gainsOnInput(recurrence).at(gains).respond(f);
    q.forEach((value, i) => expect(value).toBeCloseTo(gains[i] * f[i] + recurrent(q, i), 12));
  });

  it('refuse to run away', () => {
    const strong = orientationPopulation({ ...settings, neurons: 6, excitation: 1.5 }).recurrence;
    expect(() => gainsOnInput(strong)).toThrow(RangeError);
    const loop = gainsInLoop(recurrence);
    expect(() => loop.at(new Float64Array(6).fill(3))).toThrow(RangeError);
    expect(() => loop.at(new Float64Array(6))).toThrow('must be positive');
  });
});

it('ensembles sum to 1 and hold their adapter', () => {
  const { orientations, probabilities } = orientationEnsemble(12, 90, 0.35);
  expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  expect(probabilities[orientations.indexOf(90)]).toBe(0.35);
  expect(() => orientationEnsemble(12, 91, 0.35)).toThrow('none of the 12');
  expect(() => orientationEnsemble(12, 90, 1.2)).toThrow('from 0 to 1');
});
