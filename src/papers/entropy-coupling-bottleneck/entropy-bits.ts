/** −p log₂ p, and 0 at 0: what a probability adds to an entropy, in bits. */
export function entropyTerm(p: number): number {
  return p > 0 ? -p * Math.log2(p) : 0;
}

/** Shannon entropy of a distribution, −Σ p log₂ p, in bits. */
export function entropyBits(p: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += entropyTerm(p[i]);
  return sum;
}

/** h(p) = −p log₂ p − (1 − p) log₂ (1 − p): entropy of a coin, in bits. */
export function binaryEntropyBits(p: number): number {
  return entropyTerm(p) + entropyTerm(1 - p);
}
