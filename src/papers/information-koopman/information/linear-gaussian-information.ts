import { cholesky, logDeterminant } from '../../../lib/linear-algebra/cholesky.js';
import { matrixProduct, transposed } from '../../../lib/linear-algebra/matrix-product.js';

/** A stationary process x₊ = A x + w, w ~ N(0, Q), seen as z = W x. */
export interface LinearGaussian {
  /** `[n, n]`, its spectral radius below 1. */
  readonly A: Float64Array;
  /** `[n, n]`, positive definite. */
  readonly Q: Float64Array;
  /** `[k, n]`, of full row rank. */
  readonly W: Float64Array;
}

/** What one step carries, in nats. */
export interface StepInformation {
  /** I(x; x₊) */
  readonly states: number;
  /** I(z; x₊) */
  readonly latentToState: number;
  /** I(z; z₊) with z₊ = W x₊ */
  readonly latents: number;
}

/**
 * Information between successive states, between a latent and the next state, and between successive latents, in
 * closed form: ½ [ln det Σ_a + ln det Σ_b − ln det Σ_ab]. By data processing it falls in this order
 * (X. Cheng et al., ICLR 2026, proposition 1) – where z₊ sees the true x₊, and not a prediction from z.
 *
 * @throws {RangeError} where a covariance is not positive definite.
 */
export function stepInformation({ A, Q, W }: LinearGaussian): StepInformation {
  const n = Math.sqrt(A.length);
  const now = stationaryCovariance(A, Q);
  const identity = Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));
  /** Of U x and V x₊. */
  const between = (U: Float64Array, V: Float64Array) => {
    const of = (B: Float64Array) => matrixProduct(matrixProduct(B, now, n), transposed(B, n), n);
    const across = matrixProduct(matrixProduct(U, now, n), transposed(matrixProduct(V, A, n), n), n);
    return gaussianInformation(of(U), of(V), across);
  };
  return {
    states: between(identity, identity),
    latentToState: between(W, identity),
    latents: between(W, W),
  };
}

/**
 * Mutual information of jointly normal a and b, in nats.
 *
 * @param a `[p, p]` covariance of a; @param b `[q, q]` of b; @param across `[p, q]` of a with b.
 */
export function gaussianInformation(a: Float64Array, b: Float64Array, across: Float64Array): number {
  const p = Math.sqrt(a.length);
  const q = Math.sqrt(b.length);
  const d = p + q;
  const joint = new Float64Array(d * d);
  for (let i = 0; i < p; i++) joint.set(a.subarray(i * p, (i + 1) * p), i * d);
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < p; j++) joint[(p + i) * d + j] = across[j * q + i];
    joint.set(b.subarray(i * q, (i + 1) * q), (p + i) * d + p);
  }
  const volume = (matrix: Float64Array) => logDeterminant(cholesky(matrix));
  return (volume(a) + volume(b) - volume(joint)) / 2;
}

/**
 * The covariance P = A P Aᵀ + Q of a stationary process, by doubling (P ← P + A P Aᵀ, A ← A²).
 *
 * @throws {RangeError} where the process is not stationary.
 */
export function stationaryCovariance(A: Float64Array, Q: Float64Array): Float64Array {
  const n = Math.sqrt(A.length);
  let power = A;
  let sum = Q;
  for (let i = 0; i < 60; i++) {
    const added = matrixProduct(matrixProduct(power, sum, n), transposed(power, n), n);
    const before = sum;
    sum = before.map((value, at) => value + added[at]);
    if (!sum.every(Number.isFinite)) break;
    if (sum.every((value, at) => Math.abs(value - before[at]) <= 1e-17 * Math.abs(value))) return sum;
    power = matrixProduct(power, power, n);
  }
  throw new RangeError('stationary covariance: the process is not stationary');
}
