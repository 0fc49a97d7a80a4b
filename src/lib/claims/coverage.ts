/**
 * A sentence of a paper's abstract that claims something, in our words, and the claims that judge it; or why none does
 * (it motivates, it defines).
 */
export type CoveredSentence = {
  /** Its number in the abstract, from 1. */
  readonly sentence: number;
  /** What it claims, in our words. */
  readonly says: string;
} & ({ readonly claims: readonly [string, ...string[]] } | { readonly reason: string });

/** The claiming sentences of an abstract, in their order; a sentence with two claims stands there twice. */
export type Coverage = readonly CoveredSentence[];
