/**
 * The variances p_i ≥ 0 with Σ p_i = P that maximise ½ Σ ln(1 + g_i p_i): p_i = max(0, 1/(2μ) − 1/g_i), by the
 * water-filling of parallel normal channels (T. Cover, J. Thomas, *Elements of Information Theory*, 9.4; X. Cheng et
 * al., ICLR 2026, equation 43). The weakest channels get nothing.
 *
 * @param gains g_i, at least one above zero.
 * @param budget P, above zero.
 * @throws {RangeError} for gains or a budget out of range.
 */
export function waterFilling(gains: readonly number[], budget: number): number[] {
  check(gains, budget);
  const order = gains.map((_, i) => i).sort((a, b) => gains[b] - gains[a]);
  let [level, used] = [0, 0];
  // The water stands over the best channels: over one more, as long as it reaches their floors.
  for (let count = 1, floors = 0; count <= order.length; count++) {
    const floor = 1 / gains[order[count - 1]];
    floors += floor;
    const next = (budget + floors) / count;
    if (!(next > floor)) break;
    [level, used] = [next, count];
  }
  // Where the budget is so small beside the floors that it is lost in their sum, depths are taken from one floor to another.
  if (used === 0 || budget < shallow * level) return shallowFilling(gains, order, budget);
  return gains.map((gain) => Math.max(0, level - 1 / gain));
}

/** Below this share of the level a budget loses half of its digits. */
const shallow = 1e-8;

/** The same allocation by differences of floors: p_i = (P + Σ_j (1/g_j − 1/g_i)) / k over the k channels under water. */
function shallowFilling(gains: readonly number[], order: readonly number[], budget: number): number[] {
  const floors = order.map((i) => 1 / gains[i]);
  const depth = (k: number, floor: number) =>
    (budget + floors.slice(0, k).reduce((sum, other) => sum + (other - floor), 0)) / k;
  let count = 1;
  while (count < order.length && depth(count + 1, floors[count]) > 0) count++;
  const allocation = gains.map(() => 0);
  for (let at = 0; at < count; at++) allocation[order[at]] = depth(count, floors[at]);
  return allocation;
}

/**
 * The variances with Σ p_i = P that maximise ½ Σ ln(1 + g_i p_i) + γ S(p/P), S the entropy in nats: all of them above
 * zero (proposition 5). At the maximum g_i / (2 (1 + g_i p_i)) − (γ/P) (ln(p_i/P) + 1) = μ for every i (equation 49).
 * Its left side falls as p_i grows, and p_i falls as μ grows: one bisection of ln p_i within another of μ. With
 * γ = 0 it is {@link waterFilling}.
 *
 * @throws {RangeError} as {@link waterFilling}, or where γ is negative.
 */
export function regularisedAllocation(gains: readonly number[], budget: number, gamma: number): number[] {
  if (!(gamma >= 0 && gamma < Infinity)) throw new RangeError(`allocation: γ is ${gamma}: never below zero`);
  if (gamma === 0) return waterFilling(gains, budget);
  check(gains, budget);
  const slope = (gain: number, p: number) =>
    gain / (2 * (1 + gain * p)) - (gamma / budget) * (Math.log(p / budget) + 1);
  // Shares down to e^−700 of the budget: below, doubles end.
  const share = (gain: number, mu: number) =>
    budget * Math.exp(bisect((log) => slope(gain, budget * Math.exp(log)) - mu, -700, 0));
  const allocation = (mu: number) => gains.map((gain) => share(gain, mu));
  const slopes = gains.map((gain) => slope(gain, budget));
  const low = Math.min(...slopes);
  // With every share at 1/d of the budget or less, the sum cannot exceed it.
  const high = Math.max(...gains.map((gain) => slope(gain, budget / gains.length)));
  const mu = bisect((mu) => allocation(mu).reduce((sum, p) => sum + p, 0) - budget, low, high);
  return allocation(mu);
}

/** ½ Σ ln(1 + g_i p_i), in nats. @throws {RangeError} unless there is a variance for each gain */
export function channelInformation(gains: readonly number[], variances: readonly number[]): number {
  if (variances.length !== gains.length)
    throw new RangeError(`channel information: ${variances.length} variances for ${gains.length} gains`);
  return gains.reduce((sum, gain, i) => sum + Math.log1p(gain * variances[i]) / 2, 0);
}

/** Where a falling function passes zero; the end that is nearer where it does not. */
function bisect(falling: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function check(gains: readonly number[], budget: number): void {
  if (!gains.every((gain) => gain >= 0 && gain < Infinity) || !gains.some((gain) => gain > 0))
    throw new RangeError(`allocation: gains ${gains.join(', ')}: finite, none negative, one above zero`);
  if (!(budget > 0 && budget < Infinity)) throw new RangeError(`allocation: a budget of ${budget}`);
}
