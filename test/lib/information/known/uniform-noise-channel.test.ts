import { expect, it } from 'vitest';
import {
  noiseOfInformation,
  uniformNoiseInformation,
} from '../../../../src/lib/information/known/uniform-noise-channel.js';

it.each([0.05, 0.3, 0.5, 0.7, 2, 6])('finds the uniform noise for %d nats', (information) => {
  expect(uniformNoiseInformation(3, noiseOfInformation(information, 3))).toBeCloseTo(information, 10);
});

it('agrees with the entropies of the trapezium: h(Y) − h(U), integrated numerically', () => {
  for (const epsilon of [0.2, 0.8]) {
    const density = (y: number) =>
      Math.max(0, Math.min(1, y + epsilon) - Math.max(0, y - epsilon)) / (2 * epsilon);
    const steps = 200_000;
    const step = (1 + 2 * epsilon) / steps;
    let entropy = 0;
    for (let i = 0; i < steps; i++) {
      const p = density(-epsilon + (i + 0.5) * step);
      if (p > 0) entropy -= step * p * Math.log(p);
    }
    expect(uniformNoiseInformation(1, epsilon)).toBeCloseTo(entropy - Math.log(2 * epsilon), 6);
  }
});
