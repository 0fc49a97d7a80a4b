/** What a permutation test found. */
export interface PermutationTest {
  /** (1 + surrogates with at least the observed statistic) / (1 + surrogates). */
  readonly pValue: number;
  /** How many surrogates there were: no p value is below 1 / (1 + surrogates). */
  readonly surrogates: number;
  /** Mean of the statistic over surrogates: what an estimate is where nothing depends. */
  readonly mean: number;
}

/**
 * Tests whether a statistic is larger than on data without dependence. Under that hypothesis P(p ≤ α) ≤ α for every
 * sample size, if the surrogates are as likely as the sample itself (B. Phipson, G. Smyth, "Permutation p-values should
 * never be zero", *Stat. Appl. Genet. Mol. Biol.* 9, 2010): exactly so for shuffles of exchangeable observations,
 * approximately for shifts and blocks of series and for local permutations.
 *
 * @param observed the statistic of the sample; @param surrogates that of data made of it without dependence.
 * @throws {RangeError} if there is no surrogate, or a statistic is no number.
 */
export function permutationTest(observed: number, surrogates: readonly number[]): PermutationTest {
  const count = surrogates.length;
  if (count === 0) throw new RangeError('permutation test: no surrogates');
  const strange = [observed, ...surrogates].findIndex(Number.isNaN);
  if (strange >= 0)
    throw new RangeError(
      `permutation test: the statistic of ${strange === 0 ? 'the sample' : `surrogate ${strange - 1}`} is no number`,
    );
  const asLarge = surrogates.filter((value) => value >= observed).length;
  return {
    pValue: (1 + asLarge) / (1 + count),
    surrogates: count,
    mean: surrogates.reduce((sum, value) => sum + value, 0) / count,
  };
}
