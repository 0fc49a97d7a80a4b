import { cholesky, logDeterminant, solveLower } from '../../../lib/linear-algebra/cholesky.js';

/** A normal law: mean `[d]` and covariance `[d, d]`, row-major, positive definite. */
export interface Gaussian {
  readonly mean: ArrayLike<number>;
  readonly covariance: ArrayLike<number>;
}

/**
 * Cauchy–Schwarz divergence of two normal laws, in nats, exactly:
 * Δᵀ S⁻¹ Δ + log|S| − d log 2 − ½ log|Σ_p||Σ_q|, S = Σ_p + Σ_q.
 *
 * @throws {RangeError} for laws of different dimensions.
 */
export function gaussianCauchySchwarz(p: Gaussian, q: Gaussian): number {
  const apart = difference(p, q);
  const d = p.mean.length;
  const L = cholesky(Array.from(p.covariance, (value, i) => value + q.covariance[i]));
  const logP = logDeterminant(cholesky(p.covariance));
  const logQ = logDeterminant(cholesky(q.covariance));
  return squaredNorm(solveLower(L, apart)) + logDeterminant(L) - d * Math.LN2 - (logP + logQ) / 2;
}

/**
 * Kullback–Leibler divergence KL(p ‖ q) of two normal laws, in nats, exactly:
 * ½ (tr Σ_q⁻¹ Σ_p + Δᵀ Σ_q⁻¹ Δ − d + log|Σ_q| − log|Σ_p|).
 *
 * @throws {RangeError} for laws of different dimensions.
 */
export function gaussianKullbackLeibler(p: Gaussian, q: Gaussian): number {
  const apart = difference(p, q);
  const d = p.mean.length;
  const LP = cholesky(p.covariance);
  const LQ = cholesky(q.covariance);
  let trace = 0; // of Σ_q⁻¹ L_p L_pᵀ: the squared norm of L_q⁻¹ L_p, column by column
  for (let column = 0; column < d; column++)
    trace += squaredNorm(
      solveLower(
        LQ,
        Array.from({ length: d }, (_, row) => LP[row * d + column]),
      ),
    );
  const distance = squaredNorm(solveLower(LQ, apart));
  return (trace + distance - d + logDeterminant(LQ) - logDeterminant(LP)) / 2;
}

/**
 * Cauchy–Schwarz quadratic mutual information, in nats, of the first `split` coordinates of a normal vector
 * with the others: its divergence from the product of the marginals. For correlation ρ of two coordinates
 * log(1 − ρ²/4) − ½ log(1 − ρ²).
 *
 * @param covariance of all coordinates, `[d, d]`, row-major.
 */
export function gaussianQuadraticMutualInformation(covariance: ArrayLike<number>, split: number): number {
  const [joint, product] = jointAndProduct(covariance, split);
  return gaussianCauchySchwarz(joint, product);
}

/** Shannon's mutual information in nats, likewise: ½ log(|Σ_x| |Σ_t| / |Σ|). */
export function gaussianMutualInformation(covariance: ArrayLike<number>, split: number): number {
  const [joint, product] = jointAndProduct(covariance, split);
  return (logDeterminant(cholesky(product.covariance)) - logDeterminant(cholesky(joint.covariance))) / 2;
}

function jointAndProduct(covariance: ArrayLike<number>, split: number): [Gaussian, Gaussian] {
  const d = Math.sqrt(covariance.length);
  if (!Number.isInteger(split) || split < 1 || split >= d)
    throw new RangeError(`split ${split}: must leave coordinates on both sides of ${d}`);
  const mean = new Float64Array(d);
  const product = Float64Array.from(covariance, (value, at) =>
    Math.floor(at / d) < split === at % d < split ? value : 0,
  );
  return [
    { mean, covariance },
    { mean, covariance: product },
  ];
}

function difference(p: Gaussian, q: Gaussian): number[] {
  if (p.mean.length !== q.mean.length)
    throw new RangeError(
      `divergence of normal laws of ${p.mean.length} and ${q.mean.length} dimensions: there is none`,
    );
  return Array.from(p.mean, (value, i) => value - q.mean[i]);
}

function squaredNorm(v: Float64Array): number {
  return v.reduce((sum, value) => sum + value * value, 0);
}
