import { describe, expect, it } from 'vitest';
import {
  latentMutualInformation,
  modeGains,
} from '../../../../src/papers/information-koopman/information/latent-mutual-information.js';
import { channelInformation } from '../../../../src/papers/information-koopman/information/water-filling.js';

const diagonal = (...values: number[]) =>
  Float64Array.from({ length: values.length ** 2 }, (_, at) =>
    at % (values.length + 1) === 0 ? values[at / (values.length + 1)] : 0,
  );

describe('information between latents', () => {
  const three = {
    K: diagonal(0.99, 0.9, 0.5),
    noise: diagonal(0.1, 0.1, 0.1),
    covariance: diagonal(1, 1, 1),
  };
  const [c, s] = [0.95 * Math.cos(0.3), 0.95 * Math.sin(0.3)];
  const turning = {
    K: Float64Array.of(c, -s, s, c),
    noise: diagonal(0.05, 0.05),
    covariance: diagonal(1, 0.5),
  };

  // Values of NumPy 2, from the determinant in equation 7.
  it.each([
    [1, 2.9203380522],
    [5, 0.8837710055],
    [20, 0.1830590914],
  ])('of three modes over %i steps', (steps, expected) => {
    expect(latentMutualInformation(three, steps)).toBeCloseTo(expected, 9);
  });

  it.each([
    [1, 2.6260745374],
    [10, 0.5859672006],
  ])('of a damped rotation over %i steps', (steps, expected) => {
    expect(latentMutualInformation(turning, steps)).toBeCloseTo(expected, 9);
  });

  it('of a diagonal model is that of parallel channels', () => {
    const gains = modeGains([0.99, 0.9, 0.5], 5, 0.1);
    expect(channelInformation(gains, [1, 1, 1])).toBeCloseTo(latentMutualInformation(three, 5), 10);
  });

  it('needs at least one step', () => {
    expect(() => latentMutualInformation(three, 0)).toThrow('over 0 steps');
  });
});
