/** Elo points of one natural logarithm of the odds: 400 / ln 10. */
const pointsPerLogOdd = 400 / Math.LN10;

/**
 * Elo ratings of maximum likelihood, P(i beats j) = σ((r_i − r_j) ln 10 / 400), of mean 0, by the iteration of
 * D. Hunter ("MM algorithms for generalized Bradley–Terry models", *Annals of Statistics* 32, 2004).
 *
 * @param wins share of games that i wins against j, `[n, n]` row by row, every pair having played as often; the
 * diagonal is not read
 * @returns points, `[n]`
 * @throws {RangeError} where the matrix is not square, or some players win or lose everything against the others:
 * their ratings have no bound.
 */
export function eloRatings(wins: Float64Array): Float64Array {
  const n = Math.round(Math.sqrt(wins.length));
  if (n * n !== wins.length) throw new RangeError('Elo ratings need a square matrix of wins');
  if (!stronglyConnected(wins, n))
    throw new RangeError('Elo ratings: a group of players has not won, or not lost, against the others');
  const won = Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) if (j !== i) sum += wins[i * n + j];
    return sum;
  });
  let strength = new Float64Array(n).fill(1);
  for (let round = 0; round < 100_000; round++) {
    const next = strength.map((own, i) => {
      let sum = 0;
      for (let j = 0; j < n; j++)
        if (j !== i) sum += (wins[i * n + j] + wins[j * n + i]) / (own + strength[j]);
      return won[i] / sum;
    });
    const mean = Math.exp(next.reduce((sum, value) => sum + Math.log(value), 0) / n);
    const scaled = next.map((value) => value / mean);
    const moved = scaled.reduce(
      (most, value, i) => Math.max(most, Math.abs(Math.log(value / strength[i]))),
      0,
    );
    strength = scaled;
    if (moved < 1e-13) break;
  }
  return strength.map((value) => pointsPerLogOdd * Math.log(value));
}

/** The probability that ratings give to the first player's win. */
export function eloProbability(first: number, second: number): number {
  return 1 / (1 + Math.exp((second - first) / pointsPerLogOdd));
}

/** Whether from each player a chain of wins leads to every other, and back. */
function stronglyConnected(wins: Float64Array, n: number): boolean {
  const reached = (beats: (i: number, j: number) => boolean) => {
    const seen = new Set([0]);
    for (const i of seen) for (let j = 0; j < n; j++) if (beats(i, j)) seen.add(j);
    return seen.size === n;
  };
  return (
    reached((i, j) => i !== j && wins[i * n + j] > 0) && reached((i, j) => i !== j && wins[j * n + i] > 0)
  );
}
