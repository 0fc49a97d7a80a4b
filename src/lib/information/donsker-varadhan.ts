/**
 * Donsker and Varadhan's lower bound on mutual information, in nats, which MINE maximises: mean_i f_ii − ln mean_{i≠j} e^{f_ij}
 * (M. Belghazi et al., "Mutual information neural estimation", ICML 2018). Unlike InfoNCE it can be above ln n, and
 * scatters the more for it.
 *
 * @param critic f `[n, n]`, row-major, n ≥ 2: f_ij scores sample i with the partner of j, which is another's where i ≠ j.
 */
export function donskerVaradhan(critic: Float64Array): number {
  const n = Math.sqrt(critic.length);
  if (!Number.isInteger(n) || n < 2)
    throw new RangeError(`Donsker–Varadhan: ${critic.length} scores: expected [n, n], n ≥ 2`);
  let largest = -Infinity;
  for (let at = 0; at < critic.length; at++) if (at % (n + 1) !== 0) largest = Math.max(largest, critic[at]);
  let [own, others] = [0, 0];
  for (let at = 0; at < critic.length; at++)
    if (at % (n + 1) === 0) own += critic[at];
    else others += Math.exp(critic[at] - largest);
  return own / n - largest - Math.log(others / (n * (n - 1)));
}
