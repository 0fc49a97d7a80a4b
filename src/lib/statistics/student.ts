import { incompleteBeta } from './beta.js';

/**
 * The quantile of Student's t distribution with `degrees` (a positive integer) degrees of freedom: the t with
 * P(T ≤ t) = `probability`. Bisection over the angle atan(t / √ν), to the last bit, on the closed form of the distribution
 * function: a sum of ν / 2 terms, in which far tails lose their digits.
 *
 * @throws {RangeError} unless 1e-8 ≤ probability ≤ 1 − 1e-8 and `degrees` is an integer from 1 to 1,000,000.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`Student quantile: probability ${probability} is not between 0 and 1`);
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`Student quantile: ${degrees} degrees of freedom; expected a positive integer`);
  if (Math.min(probability, 1 - probability) < 1e-8)
    throw new RangeError(
      `Student quantile: probability ${probability} is too far out; at least 1e-8 from 0 and 1`,
    );
  if (degrees > 1e6)
    throw new RangeError(`Student quantile: of ${degrees} degrees of freedom take the normal distribution's`);
  const central = Math.abs(2 * probability - 1);
  let low = 0;
  let high = Math.PI / 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (centralProbability(middle, degrees) < central) low = middle;
    else high = middle;
  }
  return Math.sign(probability - 0.5) * Math.tan(low) * Math.sqrt(degrees);
}

/**
 * P(|T| ≥ |t|) for Student's T with `degrees` degrees of freedom: I_x(ν/2, ½) with x = ν/(ν + t²), so that small
 * probabilities keep their digits.
 *
 * @throws {RangeError} unless `degrees` is a positive integer and t a number
 */
export function studentTails(t: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`Student: ${degrees} degrees of freedom; expected a positive integer`);
  if (Number.isNaN(t)) throw new RangeError('Student: t is no number');
  return Number.isFinite(t) ? incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) : 0;
}

/** P(|T| < √ν tan θ), Abramowitz and Stegun, *Handbook of Mathematical Functions*, 26.7.3 and 26.7.4. */
function centralProbability(theta: number, degrees: number): number {
  const sin = Math.sin(theta);
  const cos = Math.cos(theta);
  const odd = degrees % 2;
  let term = odd ? sin * cos : sin;
  let sum = degrees === 1 ? 0 : term;
  for (let k = 2 + odd; k < degrees; k += 2) {
    term *= ((k - 1) / k) * cos * cos;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (theta + sum) : sum;
}
