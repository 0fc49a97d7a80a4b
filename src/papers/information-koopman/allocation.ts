import { entropyOfSpectrum } from './information/von-neumann-entropy.js';
import { channelInformation, regularisedAllocation } from './information/water-filling.js';

/** A budget of variance, shared out among modes. */
export interface Allocation {
  /** Variance of each mode. */
  readonly p: readonly number[];
  /** Information of all modes, nats. */
  readonly information: number;
  /** Von Neumann entropy of the shares, nats, and its exponential, the effective dimension. */
  readonly entropy: number;
  readonly d_eff: number;
}

/** Shares a budget of variance out among modes of given gains, as propositions 4 (γ = 0) and 5 have it. */
export function allocate(gains: readonly number[], budget: number, gamma: number): Allocation {
  const p = regularisedAllocation(gains, budget, gamma);
  const entropy = entropyOfSpectrum(p.map((value) => value / budget));
  return { p, information: channelInformation(gains, p), entropy, d_eff: Math.exp(entropy) };
}
