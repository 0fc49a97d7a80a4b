/** Probabilities of 0 … trials successes, C(trials, k) sᵏ (1 − s)^{trials − k}, `[trials + 1]`. */
export function binomial(trials: number, success: number): Float64Array {
  const p = new Float64Array(trials + 1);
  let ways = 1;
  for (let k = 0; k <= trials; k++) {
    p[k] = ways * success ** k * (1 - success) ** (trials - k);
    ways = (ways * (trials - k)) / (k + 1);
  }
  return p;
}

/** Probabilities ∝ (1 − s)ᵏ of k = 0 … n − 1, `[n]`: a geometric law that is cut off. */
export function truncatedGeometric(n: number, success: number): Float64Array {
  const weights = Float64Array.from({ length: n }, (_, k) => (1 - success) ** k);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** n equally likely symbols. */
export function uniform(n: number): Float64Array {
  return new Float64Array(n).fill(1 / n);
}
