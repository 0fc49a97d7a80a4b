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

/** Up to this σ the rule in units of σ is exact to ten digits. */
const widest = 30;

/** E ln φ'(y) for large σ: 2 ln 2 − 2 E|y| − 2 E ln(1 + e^(−2|y|)), the last of which is in |y| < 20. */
function saturatedSlope(sigma: number): number {
  const [far, parts] = [20, 2000];
  const width = far / parts;
  let sum = 0;
  for (let i = 0; i <= parts; i++) {
    const y = i * width;
    const weight = i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((y / sigma) ** 2) / 2) * Math.log1p(Math.exp(-2 * y));
  }
  const rest = ((2 * sum * width) / 3) * (1 / (sigma * Math.sqrt(2 * Math.PI)));
  return 2 * Math.LN2 - 2 * sigma * Math.sqrt(2 / Math.PI) - 2 * rest;
}

/**
 * Differential entropy, in nats, of tanh y for normal y of mean 0 and standard deviation σ:
 * h(y) + E ln φ'(y) ≤ h(y), the expectation by Simpson's rule within ten standard deviations. Where σ is large, its steps
 * would miss the bend at zero: the expectation of −2|y|, −2 σ √(2/π), is then exact, and Simpson's rule is for the rest.
 */
export function tanhUnitEntropy(sigma: number): number {
  if (sigma > widest) return linearUnitEntropy([sigma]) + saturatedSlope(sigma);
  const width = (2 * reach) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = -reach + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((-z * z) / 2) * logTanhSlope(sigma * z);
  }
  return linearUnitEntropy([sigma]) + (sum * width) / (3 * Math.sqrt(2 * Math.PI));
}
