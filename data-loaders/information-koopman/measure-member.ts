import { eigenvalues } from '../../src/lib/dynamics/eigenvalues.js';
import { errorByHorizon } from '../../src/lib/dynamics/forecast-error.js';
import { neighbours } from '../../src/lib/dynamics/koopman/lagrangian.js';
import type { Trajectories } from '../../src/lib/dynamics/koopman/trajectories.js';
import type { Row } from '../../src/lib/experiment/column.js';
import { temporalContrast } from '../../src/lib/information/contrastive.js';
import { entropyOfSpectrum, normalisedSpectrum } from '../../src/lib/information/von-neumann-entropy.js';
import { covariance } from '../../src/lib/statistics/covariance.js';
import { matrixProduct } from '../../src/lib/statistics/matrix-product.js';
import { principalCodes, principalComponents } from '../../src/lib/statistics/principal-components.js';
import type { SystemData } from './system-data.js';
import type { SystemsParameters } from './systems-parameters.js';

/** Names a row by its model. */
export interface MemberName {
  readonly system: string;
  readonly variant: string;
  readonly seed: number;
}

/** How latents `[n, d]` are spread: shares of the variance, largest first, their effective number, and the variance. */
export function spreadOf(latents: Float64Array, d: number) {
  const matrix = covariance(latents, d);
  const spectrum = normalisedSpectrum(matrix);
  let variance = 0;
  for (let i = 0; i < d; i++) variance += matrix[i * (d + 1)];
  return { spectrum, d_eff: Math.exp(entropyOfSpectrum(spectrum)), variance };
}

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

/** Rows of the operator's eigenvalues, and how many have a modulus below one half. */
export function eigenvalueRows(K: Float64Array, name: MemberName): { rows: Row[]; collapsed: number } {
  const { re, im } = eigenvalues(K);
  const rows = Array.from(re, (value, i) => ({ ...name, re: value, im: im[i] }));
  return { rows, collapsed: rows.filter((row) => Math.hypot(row.re, row.im) < 0.5).length };
}

/** Where predictions begin, as rows of the test states. */
export function predictionStarts({ count, samples }: Trajectories, { starts }: SystemsParameters): number[] {
  return Array.from({ length: count }, (_, trajectory) =>
    starts.map((start) => trajectory * samples + start),
  ).flat();
}

/** Errors by step of forecasts `[n, horizon, m]` that begin at the given rows of the test states. */
export function errorRows(
  forecasts: ArrayLike<number>,
  { values, dimension: m }: Trajectories,
  starts: readonly number[],
  horizon: number,
  name: MemberName,
): Row[] {
  const truths = new Float64Array(starts.length * horizon * m);
  starts.forEach((start, i) =>
    truths.set(values.subarray((start + 1) * m, (start + 1 + horizon) * m), i * horizon * m),
  );
  const errors = errorByHorizon(forecasts, truths, horizon, m);
  return Array.from(errors, (nrmse, step) => ({ ...name, h: step + 1, nrmse }));
}

/** Some latents along their first three principal components, with what they are coloured by. */
export function latentRows(
  latents: Float64Array,
  d: number,
  { test: { count, samples }, phases, levels }: SystemData,
  { latentTrajectories, latentEvery }: SystemsParameters,
  name: MemberName,
): Row[] {
  const components = principalComponents(latents, d, 3);
  const codes = principalCodes(latents, components);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const rows: Row[] = [];
  for (let trajectory = 0; trajectory < Math.min(count, latentTrajectories); trajectory++)
    for (let step = 0; step < samples; step += latentEvery) {
      const at = trajectory * samples + step;
      const [pc1, pc2, pc3] = Array.from(codes.subarray(3 * at, 3 * at + 3), round);
      const colours = { phase: round(phases[at]), level: round(levels[at]) };
      rows.push({ ...name, trajectory, step, pc1, pc2, pc3, ...colours });
    }
  return rows;
}
