/** Beyond this a matrix of single precision counts as rank-deficient: its smallest singular value is rounding. */
export const largestCondition = 1e8;

/**
 * κ = σ_max / σ_min of a matrix with these singular values (largest first): how much more it stretches one direction
 * than another. It does not change when the matrix is multiplied by a number. Infinite beyond
 * {@link largestCondition}.
 *
 * @throws {RangeError} for no singular values.
 */
export function conditionNumber(singularValues: ArrayLike<number>): number {
  const { length } = singularValues;
  if (length === 0) throw new RangeError('condition number: a matrix has at least one singular value');
  const kappa = singularValues[0] / singularValues[length - 1];
  return kappa <= largestCondition ? kappa : Infinity;
}

/**
 * KappaTune's selection: the places of the `count` smallest condition numbers, smallest first; rank-deficient
 * matrices (κ infinite) are never selected. (O. Ludwig, arXiv 2506.16289 and its official code.)
 */
export function lowestConditions(kappas: readonly number[], count: number): number[] {
  return [...kappas.keys()]
    .filter((at) => Number.isFinite(kappas[at]))
    .sort((a, b) => kappas[a] - kappas[b])
    .slice(0, count);
}
