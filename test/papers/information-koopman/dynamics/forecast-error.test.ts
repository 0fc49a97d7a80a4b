import { expect, it } from 'vitest';
import {
  errorByHorizon,
  validPredictionTimes,
} from '../../../../src/papers/information-koopman/dynamics/forecast-error.js';
import { lorenz63, lorenz63Exponent } from '../../../../src/papers/information-koopman/dynamics/lorenz63.js';
import { rungeKutta } from '../../../../src/papers/information-koopman/dynamics/runge-kutta.js';
import { largestLyapunovExponent } from '../../../oracles/lyapunov-exponent.js';

it('the error by horizon is a root mean square over trajectories and coordinates', () => {
  const truths = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1); // two trajectories, two steps, two coordinates
  const forecasts = Float64Array.of(3, 0, 0, 1, 1, 5, 0, 1);
  const errors = errorByHorizon(forecasts, truths, 2, 2, 2);
  expect(errors[0]).toBeCloseTo(Math.sqrt((9 + 16) / 4) / 2, 14);
  expect(errors[1]).toBeCloseTo(Math.sqrt((1 + 1) / 4) / 2, 14);
  expect(() => errorByHorizon(forecasts, truths.subarray(1), 2, 2)).toThrow('2 × 2');
});

it('a prediction is valid until its normalised error exceeds the threshold', () => {
  const truths = Float64Array.of(-1, 1, -1, 1, -1, 1, -1, 1); // root mean square about the mean: 1
  const off = [0, 0.3, 0.5, 0.1, 0.1, 0.4, 0.4, 0.2];
  const forecasts = truths.map((value, at) => value + off[at]);
  const options = { threshold: 0.45, interval: 0.5 };
  expect(validPredictionTimes(forecasts, truths, 4, 1, options)).toEqual(Float64Array.of(1, 2));
  forecasts[0] = NaN;
  expect(validPredictionTimes(forecasts, truths, 4, 1, options)[0]).toBe(0);
  expect(() => validPredictionTimes(forecasts, truths, 3, 1)).toThrow('3 × 1');
});

it('the largest Lyapunov exponent of Lorenz 63 is 0.906', () => {
  const { field } = lorenz63();
  const start = rungeKutta(field, Float64Array.of(1, 1, 1), 3, { step: 0.01, skip: 2000, samples: 1 });
  const exponent = largestLyapunovExponent(field, start, { step: 0.01, every: 50, intervals: 4000 });
  // Over a time of 2000 it varies by about ±0.01 with the initial state.
  expect(Math.abs(exponent - lorenz63Exponent)).toBeLessThan(0.02);
});

it('the exponent of a linear system is its largest rate', () => {
  const field = (states: Float64Array, slopes: Float64Array) => {
    for (let at = 0; at < states.length; at += 2) {
      slopes[at] = -0.3 * states[at] + states[at + 1];
      slopes[at + 1] = 0.2 * states[at + 1];
    }
  };
  const exponent = largestLyapunovExponent(field, Float64Array.of(0, 0), {
    step: 0.01,
    every: 100,
    intervals: 60,
  });
  expect(exponent).toBeCloseTo(0.2, 2);
});
