import type { RowsOf } from '../../src/lib/experiment/column.js';
import { matrixProduct } from '../../src/lib/linear-algebra/matrix-product.js';
import { principalCodes, principalComponents } from '../../src/lib/statistics/principal-components.js';
import { eigenvalues } from '../../src/papers/information-koopman/dynamics/eigenvalues.js';
import { temporalContrast } from '../../src/papers/information-koopman/information/contrastive.js';
import { neighbours } from '../../src/papers/information-koopman/lagrangian.js';
import { forecastErrors } from '../../src/papers/information-koopman/measures.js';
import type { SystemData } from '../../src/papers/information-koopman/system-data.js';
import type { MemberName } from '../../src/papers/information-koopman/tables.js';
import type { Trajectories } from '../../src/papers/information-koopman/trajectories.js';
import type { definition, SystemsParameters } from './systems.js';

type Rows = RowsOf<typeof definition.tables>;

/** Temporal contrast of the latents, in nats: a mean over the first window of each trajectory. */
export function contrastOf(latents: Float64Array, d: number, samples: number, span: number): number {
  const count = latents.length / (samples * d);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const start = i * samples * d;
    sum += temporalContrast(latents.subarray(start, start + span * d), d, neighbours);
  }
  return sum / count;
}

/** Mean (z K − z₊)² within trajectories, divided by the mean variance of a coordinate. */
export function consistencyResidual(
  latents: Float64Array,
  K: Float64Array,
  samples: number,
  variance: number,
): number {
  const d = Math.sqrt(K.length);
  const next = matrixProduct(latents, K, d);
  const n = latents.length / d;
  let [squares, count] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (i % samples === samples - 1) continue;
    for (let c = 0; c < d; c++, count++) squares += (next[i * d + c] - latents[(i + 1) * d + c]) ** 2;
  }
  return squares / count / (variance / d);
}

/** Eigenvalues of an operator. */
export function eigenvalueRows(K: Float64Array, name: MemberName): Rows['eigenvalues'] {
  const { re, im } = eigenvalues(K);
  return Array.from(re, (value, i) => ({ ...name, re: value, im: im[i] }));
}

/** How many eigenvalues have a modulus below one half. */
export function collapsedCount(values: Rows['eigenvalues']): number {
  return values.filter(({ re, im }) => Math.hypot(re, im) < 0.5).length;
}

/** Errors by step of forecasts `[n, horizon, m]` that begin at the given rows of the test states. */
export function errorRows(
  forecasts: ArrayLike<number>,
  test: Trajectories,
  starts: readonly number[],
  horizon: number,
  name: MemberName,
): Rows['rollout'] {
  const errors = forecastErrors(forecasts, test, starts, horizon);
  return Array.from(errors, (nrmse, step) => ({ ...name, h: step + 1, nrmse }));
}

/** Some latents along their first three principal components, with what they are coloured by. */
export function latentRows(
  latents: Float64Array,
  d: number,
  { test: { count, samples }, phases, levels }: SystemData,
  { latentTrajectories, latentEvery }: SystemsParameters,
  name: MemberName,
): Rows['latents'] {
  const components = principalComponents(latents, d, 3);
  const codes = principalCodes(latents, components);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const rows: Rows['latents'][number][] = [];
  for (let trajectory = 0; trajectory < Math.min(count, latentTrajectories); trajectory++)
    for (let step = 0; step < samples; step += latentEvery) {
      const at = trajectory * samples + step;
      const [pc1, pc2, pc3] = Array.from(codes.subarray(3 * at, 3 * at + 3), round);
      const colours = { phase: round(phases[at]), level: round(levels[at]) };
      rows.push({ ...name, trajectory, step, pc1, pc2, pc3, ...colours });
    }
  return rows;
}
