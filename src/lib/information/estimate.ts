/** An estimate and the standard error that its own terms suggest, both in nats. */
export interface Estimate {
  readonly value: number;
  /** Of the terms' scatter alone: it knows nothing of the bias. */
  readonly standardError: number;
}

/** The mean of n terms, with their standard deviation (of divisor n) over √n. */
export function meanOfTerms(terms: Float64Array): Estimate {
  const n = terms.length;
  const value = terms.reduce((sum, term) => sum + term, 0) / n;
  const squares = terms.reduce((sum, term) => sum + (term - value) ** 2, 0);
  return { value, standardError: Math.sqrt(squares) / n };
}
