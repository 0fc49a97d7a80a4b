import { linearUnitEntropy } from './linear-unit.js';

/** Of how many standard deviations on either side an expectation is summed, and in how many steps. */
const reach = 10;
const steps = 2000;

/**
 * ln φ'(y) of φ = tanh: −2 ln cosh y, without overflow. Never positive: tanh contracts, and so lowers entropy.
 */
export function logTanhSlope(y: number): number {
  const size = Math.abs(y);
  return -2 * (size + Math.log1p(Math.exp(-2 * size)) - Math.LN2);
}

/**
 * Differential entropy, in nats, of tanh y for normal y of mean 0 and standard deviation σ:
 * h(y) + E ln φ'(y) ≤ h(y), the expectation by Simpson's rule within ten standard deviations.
 */
export function tanhUnitEntropy(sigma: number): number {
  const width = (2 * reach) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = -reach + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((-z * z) / 2) * logTanhSlope(sigma * z);
  }
  return linearUnitEntropy([sigma]) + (sum * width) / (3 * Math.sqrt(2 * Math.PI));
}
