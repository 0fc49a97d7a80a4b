import { describe, expect, it } from 'vitest';
import {
  stationaryCovariance,
  stepInformation,
} from '../../../../src/papers/information-koopman/information/linear-gaussian-information.js';

const A = Float64Array.of(0.9, 0.2, 0, -0.2, 0.9, 0, 0, 0, 0.3);
const Q = Float64Array.of(0.1, 0, 0, 0, 0.1, 0, 0, 0, 0.5);

describe('what a step of a linear process carries', () => {
  it('has the stationary variances', () => {
    const P = stationaryCovariance(A, Q);
    [P[0], P[4], P[8]].forEach((value, i) => expect(value).toBeCloseTo([2 / 3, 2 / 3, 0.5494505][i], 7));
    expect(() => stationaryCovariance(Float64Array.of(1.1), Float64Array.of(1))).toThrow('not stationary');
  });

  it.each([
    ['the first two coordinates', Float64Array.of(1, 0, 0, 0, 1, 0), 1.8971199849, 1.8971199849],
    ['the first', Float64Array.of(1, 0, 0), 0.9485599924, 0.8303656034],
    ['first plus third', Float64Array.of(1, 0, 1), 0.3532443987, 0.251705681],
  ])('seen by %s', (_, W, latentToState, latents) => {
    const found = stepInformation({ A, Q, W });
    expect(found.states).toBeCloseTo(1.9442753246, 8);
    expect(found.latentToState).toBeCloseTo(latentToState, 8);
    expect(found.latents).toBeCloseTo(latents, 8);
  });
});
