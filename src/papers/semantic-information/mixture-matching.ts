import { logNormalOnGrid } from './normal-on-grid.js';

/** A mixture of normals on a grid, each normalised there. */
export interface Mixture {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** P(y), sums to 1. */
  readonly weights: readonly number[];
}

/** A mixture on its way to a target. */
export interface MixtureStep {
  /** 0 at the start. */
  readonly iteration: number;
  /** KL(P‖P_θ), bits. */
  readonly divergence: number;
  readonly mixture: Mixture;
}

/** No component becomes narrower. */
const narrowest = 0.5;

/** P_θ(x) = Σ_j P(y_j) P(x|θ_j) on the grid, `[n]`. */
export function mixtureOnGrid(grid: Float64Array, { means, deviations, weights }: Mixture): Float64Array {
  const sum = new Float64Array(grid.length);
  means.forEach((mean, j) => {
    const log = logNormalOnGrid(grid, mean, deviations[j]);
    for (let x = 0; x < grid.length; x++) sum[x] += weights[j] * Math.exp(log[x]);
  });
  return sum;
}

/**
 * Fits a mixture of normals to a distribution on a grid; yields the start, then the mixture after every iteration, for
 * as long as it is asked. With `inner` = 0 an iteration is EM's; with more it is that of CM-EM, which settles the
 * weights before it moves the components (E3M has three inner steps):
 *
 *     W_j(x) = P(y_j) P(x|θ_j)/P_θ(x)
 *     `inner` times:  P(y_j) ← Σ_x P(x) W_j(x);  W anew
 *     μ_j, σ_j ← mean and deviation of x under P(x) W_j(x);  where `inner` = 0 also  P(y_j) ← Σ_x P(x) W_j(x)
 *
 * W is computed `inner` + 1 times. σ ≥ 0.5. A component that has lost all its weight stays where it was.
 *
 * A law that the grid's edges cut has another mean and deviation than its parameters say, and these do not give the
 * largest likelihood: near the edges an iteration may raise the divergence. Elsewhere none does.
 * C. Lu, Information 10(8):261, 2019.
 *
 * @param target P(x), `[n]`, sums to 1.
 */
export function* matchMixture(
  target: Float64Array,
  grid: Float64Array,
  start: Mixture,
  inner: number,
): Generator<MixtureStep, never, void> {
  const [n, components] = [grid.length, start.means.length];
  const means = Float64Array.from(start.means);
  const deviations = Float64Array.from(start.deviations);
  const weights = Float64Array.from(start.weights);
  const [logs, ratios] = [new Float64Array(n * components), new Float64Array(n * components)];
  /** Largest log density of any component at x; `ratios` are relative to it, so that nothing underflows. */
  const top = new Float64Array(n);
  const [mass, first, second] = [0, 1, 2].map(() => new Float64Array(components));
  const surprise = target.reduce((sum, p) => (p > 0 ? sum + p * Math.log(p) : sum), 0);

  const setDensities = () => {
    top.fill(-Infinity);
    for (let j = 0; j < components; j++) {
      logNormalOnGrid(grid, means[j], deviations[j], logs, j * n);
      for (let x = 0; x < n; x++) top[x] = Math.max(top[x], logs[j * n + x]);
    }
    for (let j = 0; j < components; j++)
      for (let x = 0; x < n; x++) ratios[j * n + x] = Math.exp(logs[j * n + x] - top[x]);
  };

  const density = (x: number) => {
    let sum = 0;
    for (let j = 0; j < components; j++) sum += weights[j] * ratios[j * n + x];
    return sum;
  };

  for (let iteration = 0; ; iteration++) {
    setDensities();
    let likelihood = 0;
    for (let x = 0; x < n; x++) if (target[x] > 0) likelihood += target[x] * (top[x] + Math.log(density(x)));
    yield {
      iteration,
      divergence: (surprise - likelihood) / Math.LN2,
      mixture: { means: [...means], deviations: [...deviations], weights: [...weights] },
    };

    for (let step = 0; step <= inner; step++) {
      for (const sums of [mass, first, second]) sums.fill(0);
      for (let x = 0; x < n; x++) {
        if (target[x] === 0) continue;
        const share = target[x] / density(x);
        for (let j = 0; j < components; j++) {
          const part = share * weights[j] * ratios[j * n + x];
          // About the old mean, where the second moment loses no digits.
          const away = grid[x] - means[j];
          mass[j] += part;
          first[j] += part * away;
          second[j] += part * away * away;
        }
      }
      if (step < inner || inner === 0) weights.set(mass);
    }
    for (let j = 0; j < components; j++) {
      if (mass[j] === 0) continue;
      const moved = first[j] / mass[j];
      means[j] += moved;
      deviations[j] = Math.max(narrowest, Math.sqrt(Math.max(0, second[j] / mass[j] - moved * moved)));
    }
  }
}
