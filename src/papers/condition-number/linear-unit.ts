/** ln 2πe, twice the entropy of a standard normal number. */
const log2PiE = Math.log(2 * Math.PI) + 1;

/** Singular values in these ratios, scaled so that their squares sum to their number. */
export function scaledSpectrum(ratios: readonly number[]): number[] {
  const squares = ratios.reduce((sum, ratio) => sum + ratio ** 2, 0);
  return ratios.map((ratio) => ratio * Math.sqrt(ratios.length / squares));
}

/** Σ ln σ = ln |det W|, by how much a linear map changes entropy: the log-volume scaling factor. */
export function logVolume(singularValues: ArrayLike<number>): number {
  return Array.from(singularValues).reduce((sum, sigma) => sum + Math.log(sigma), 0);
}

/**
 * Differential entropy, in nats, of the output W x of linear units with standard normal inputs, W square and of full
 * rank: n/2 ln 2πe + Σ ln σ. For inputs of covariance Σ = L Lᵀ, give the singular values of W L.
 *
 * @param singularValues of W, `[n]`, in any order.
 */
export function linearUnitEntropy(singularValues: ArrayLike<number>): number {
  return (singularValues.length / 2) * log2PiE + logVolume(singularValues);
}

/** The largest of these entropies at the norm ‖W‖² = Σ σ² = `squaredNorm`, where all n singular values are equal. */
export function largestLinearEntropy(n: number, squaredNorm: number): number {
  return (n / 2) * (log2PiE + Math.log(squaredNorm / n));
}

/**
 * The largest entropy at a norm and a condition number κ: h ≤ n/2 ln(2πe c/n) − ln((1 + κ²)/2κ), c = ‖W‖². For n = 2
 * it is an equality. By the inequality of arithmetic and geometric means: of all σ² with σ_max = κ σ_min, the product is
 * largest where those between are c/n.
 */
export function linearEntropyBound(n: number, squaredNorm: number, kappa: number): number {
  const square = kappa * kappa;
  // Of a κ whose square is beyond all numbers nothing but κ/2 is left of the fraction.
  const loss = square < Infinity ? Math.log((1 + square) / (2 * kappa)) : Math.log(kappa) - Math.LN2;
  return largestLinearEntropy(n, squaredNorm) - loss;
}

/** The singular values, largest first, that attain {@link linearEntropyBound}. */
export function roundestSpectrum(n: number, squaredNorm: number, kappa: number): Float64Array {
  const smallest = Math.sqrt((2 * squaredNorm) / (n * (1 + kappa * kappa)));
  const spectrum = new Float64Array(n).fill(Math.sqrt(squaredNorm / n));
  spectrum[0] = kappa * smallest;
  spectrum[n - 1] = smallest;
  return spectrum;
}

/**
 * Information, in nats, that W x + noise has of x, for standard normal x and normal noise of a variance in every
 * output: Σ ½ ln(1 + σ²/noise).
 *
 * @throws {RangeError} unless the variance of the noise is positive.
 */
export function linearChannelInformation(singularValues: ArrayLike<number>, noiseVariance: number): number {
  if (!(noiseVariance > 0)) throw new RangeError(`noise of variance ${noiseVariance}: must be positive`);
  return Array.from(singularValues).reduce((sum, sigma) => {
    const ratio = (sigma * sigma) / noiseVariance;
    // Beyond all numbers the 1 beside it is nothing.
    return sum + (ratio < Infinity ? Math.log1p(ratio) / 2 : Math.log(sigma) - Math.log(noiseVariance) / 2);
  }, 0);
}
