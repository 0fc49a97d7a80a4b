/** How much of itself a driven series keeps from step to step. */
export const kept = 0.5;

/**
 * Transfer entropy, in nats, to Y_t = Y_{t−1}/2 + c X_{t−1} + noise from X_t = memory X_{t−1} + noise, all noise standard
 * normal, given one step of the past of Y: ½ log Var(Y_t | Y_{t−1}) − ½ log Var(Y_t | Y_{t−1}, X_{t−1}), the last variance 1,
 * from the stationary covariances. Of a driver without memory it is ½ log(1 + c²), given any number of steps.
 */
export function drivenInformation(coupling: number, memory: number): number {
  const driver = 1 / (1 - memory ** 2);
  const across = (memory * coupling * driver) / (1 - memory * kept);
  const own = (coupling ** 2 * driver + 2 * kept * coupling * across + 1) / (1 - kept ** 2);
  const next = kept * own + coupling * across;
  return Math.log(own - next ** 2 / own) / 2;
}

/** Total correlation, in nats, of m normals, each two of this correlation: −½ log((1 − ρ)^{m−1} (1 + (m − 1) ρ)). */
export function alikeInformation(m: number, correlation: number): number {
  return -((m - 1) * Math.log1p(-correlation) + Math.log1p((m - 1) * correlation)) / 2;
}
