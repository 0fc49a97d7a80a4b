import { checkFinite } from '../../../lib/information/finite-points.js';
import { checkWidth } from '../../../lib/information/gaussian-kernel.js';
import type { Differentiated } from './quadratic-mutual-information-gradient.js';

/**
 * How the pairs of inputs are weighted, with d_j = Σ_i K_ji:
 * - `paper`: K_ji / d_j² (S. Yu et al., ICLR 2024, Prop. 1);
 * - `code`: K_ji / Σ_i K_ji², as the authors' released code has it;
 * - `symmetric`: K_ji / (d_j d_i), ours: positive semi-definite, so that the divergence cannot be negative.
 */
export type ConditionalVariant = 'paper' | 'code' | 'symmetric';

/** All variants, the printed one first. */
export const conditionalVariants: readonly ConditionalVariant[] = ['paper', 'code', 'symmetric'];

/**
 * Weights w_ji of the pairs of inputs in a conditional divergence.
 *
 * @param K kernel matrix of the inputs, `[N, N]`, row-major, positive diagonal.
 * @returns `[N, N]`; symmetric for `symmetric` alone.
 */
export function conditionalWeights(K: Float64Array, variant: ConditionalVariant): Float64Array {
  const n = Math.sqrt(K.length);
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`kernel matrix of ${K.length} elements: expected [N, N]`);
  const sums = new Float64Array(n);
  const squares = new Float64Array(n);
  K.forEach((value, at) => {
    const row = Math.floor(at / n);
    sums[row] += value;
    squares[row] += value * value;
  });
  return K.map((value, at) => {
    const j = Math.floor(at / n);
    if (variant === 'code') return value / squares[j];
    return value / (sums[j] * sums[variant === 'paper' ? j : at % n]);
  });
}

/**
 * Conditional Cauchy–Schwarz divergence of p(y|x) from q(ŷ|x) on N points with scalar targets, in nats:
 * log Σ w_ji κ(y_j, y_i) + log Σ w_ji κ(ŷ_j, ŷ_i) − 2 log Σ w_ji κ(ŷ_j, y_i).
 * As K → I it is the correntropy loss −2 log (1/N) Σ exp(−(ŷ_i − y_i)² / 2σ²); as K → 1 the divergence of the
 * marginals, blind to which prediction belongs to which input.
 *
 * @param weights `[N, N]` of {@link conditionalWeights}; @param targets y `[N]`; @param predictions ŷ `[N]`.
 * @param width σ of the kernel, in the units of y.
 */
export function conditionalDivergence(
  weights: Float64Array,
  targets: Float64Array,
  predictions: Float64Array,
  width: number,
): number {
  return conditionalDivergenceFrom(weights, targets, width)(predictions).value;
}

/**
 * The same as a function of the predictions, with its gradient in them; what does not depend on them is
 * computed once. With B and C the arguments of the second and third logarithm,
 * ∂D/∂ŷ_j = B'_j/B − 2C'_j/C, B'_j = −σ⁻² Σ_i (w_ji + w_ij) κ(ŷ_j, ŷ_i)(ŷ_j − ŷ_i),
 * C'_j = −σ⁻² Σ_i w_ji κ(ŷ_j, y_i)(ŷ_j − y_i).
 *
 * @throws {RangeError} if the lengths do not fit, the width is not positive, a target or a prediction is not finite, or no
 *   prediction is within reach of a target (some 38 widths), where the divergence is infinite and has no gradient.
 */
export function conditionalDivergenceFrom(
  weights: Float64Array,
  targets: Float64Array,
  width: number,
): (predictions: Float64Array) => Differentiated {
  const n = targets.length;
  checkWidth(width);
  checkFinite(Float64Array.from(targets), 1);
  if (weights.length !== n * n)
    throw new RangeError(`${weights.length} weights for ${n} targets: expected ${n * n}`);
  const scale = -1 / (2 * width * width);
  // Pairs j > i once, both weights together: κ(ŷ_j, ŷ_i) is symmetric though the weights may not be.
  const paired = new Float64Array((n * (n - 1)) / 2);
  let diagonal = 0;
  let own = 0;
  for (let j = 0, pair = 0; j < n; j++) {
    diagonal += weights[j * n + j];
    for (let i = 0; i < j; i++, pair++) {
      paired[pair] = weights[j * n + i] + weights[i * n + j];
      own += paired[pair] * Math.exp(scale * (targets[j] - targets[i]) ** 2);
    }
  }
  const logOwn = Math.log(own + diagonal);

  return (predictions) => {
    if (predictions.length !== n) throw new RangeError(`${predictions.length} predictions for ${n} targets`);
    checkFinite(predictions, 1);
    const gradientB = new Float64Array(n);
    const gradientC = new Float64Array(n);
    let B = diagonal;
    let C = 0;
    for (let j = 0, pair = 0; j < n; j++) {
      const at = predictions[j];
      for (let i = 0; i < j; i++, pair++) {
        const difference = at - predictions[i];
        const term = paired[pair] * Math.exp(scale * difference * difference);
        B += term;
        gradientB[j] += term * difference;
        gradientB[i] -= term * difference;
      }
      for (let i = 0; i < n; i++) {
        const difference = at - targets[i];
        const term = weights[j * n + i] * Math.exp(scale * difference * difference);
        C += term;
        gradientC[j] += term * difference;
      }
    }
    if (C === 0)
      throw new RangeError(
        `conditional divergence: no prediction is within reach of a target at kernel width ${width}; widen the kernel`,
      );
    return {
      value: logOwn + Math.log(B) - 2 * Math.log(C),
      gradient: gradientB.map((b, j) => 2 * scale * (b / B - (2 * gradientC[j]) / C)),
    };
  };
}
