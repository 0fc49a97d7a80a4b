import { cholesky, solveCholesky } from '../../lib/linear-algebra/cholesky.js';
import { matrixProduct, transposed } from '../../lib/linear-algebra/matrix-product.js';
import { efficiency, efficiencyGradient, type EfficiencyWeights } from './efficiency.js';
import type { GainNetwork } from './gain-network.js';
import type { DriveEnsemble } from './stimulus-ensemble.js';

/** What of the closed form depends on the network alone, so that it serves many ensembles and weights. */
export interface NetworkForms {
  /** A = D M `[n, n]`. */
  readonly reading: Float64Array;
  /** Aᵀ A and Mᵀ M, `[n, n]`. */
  readonly fidelity: Float64Array;
  readonly activity: Float64Array;
}

/** The {@link NetworkForms} of a network whose responses are linear in the gains, or of another's derivative there. */
export function networkForms(decoder: Float64Array, sensitivity: Float64Array): NetworkForms {
  const n = Math.sqrt(decoder.length);
  const gram = (A: Float64Array) => matrixProduct(transposed(A, n), A, n);
  const reading = matrixProduct(decoder, sensitivity, n);
  return { reading, fidelity: gram(reading), activity: gram(sensitivity) };
}

/**
 * The gains that minimise `efficiency` where the response is linear in them, r⋆ = M (g ⊙ f). With C = E[f fᵀ],
 * A = D M and ⊙ the elementwise product,
 * g⋆ = (H + γ I)⁻¹ (h + γ 1), H = (Aᵀ A + α Mᵀ M) ⊙ C, h_j = Σ_i A_ij C_ij.
 * H is positive semi-definite (Schur's product theorem), so for γ > 0 there is just one minimum.
 *
 * Source: L. Duong et al., arXiv 2305.19869 (abstract: gains are derived analytically); form reconstructed.
 *
 * @param forms of the same network.
 * @returns `[n]`; a gain can come out negative.
 * @throws {RangeError} if H + γ I is singular.
 */
export function closedFormGains(
  { reading, fidelity, activity }: NetworkForms,
  { drives, probabilities }: DriveEnsemble,
  { alpha, gamma }: EfficiencyWeights,
): Float64Array {
  const C = secondMoment(drives, probabilities);
  const n = drives[0].length;
  const H = C.map((value, at) => value * (fidelity[at] + alpha * activity[at]));
  const right = new Float64Array(n).fill(gamma);
  for (let i = 0; i < n; i++) {
    H[i * n + i] += gamma;
    for (let j = 0; j < n; j++) right[j] += reading[i * n + j] * C[i * n + j];
  }
  return solveCholesky(cholesky(H), right);
}

/**
 * Gains at a minimum of `efficiency` for any network, by Gauss–Newton steps from gain 1, each halved until the
 * objective falls. For a network that is linear in its gains the first step lands on {@link closedFormGains}.
 *
 * @returns `[n]`; the gradient there is below `tolerance` of the one at gain 1.
 * @throws {RangeError} if 200 steps do not get there.
 */
export function descendedGains(
  network: GainNetwork,
  ensemble: DriveEnsemble,
  weights: EfficiencyWeights,
  tolerance = 1e-8,
): Float64Array {
  const { drives, probabilities } = ensemble;
  const norm = (vector: Float64Array) => Math.hypot(...vector);
  let gains = new Float64Array(network.neurons).fill(1);
  let { loss } = efficiency(network, ensemble, gains, weights);
  let enough = 0;
  for (let step = 0; step < 200; step++) {
    const gradient = efficiencyGradient(network, ensemble, gains, weights);
    if (step === 0) enough = tolerance * norm(gradient);
    if (norm(gradient) <= enough) return gains;
    const { respond, sensitivity, carried } = network.at(gains);
    const { fidelity, activity } = networkForms(network.decoder, sensitivity);
    const carriedDrives = drives.map((drive) => carried(drive, respond(drive)));
    const curvature = secondMoment(carriedDrives, probabilities).map(
      (value, at) => 2 * value * (fidelity[at] + weights.alpha * activity[at]),
    );
    for (let i = 0; i < network.neurons; i++) curvature[i * network.neurons + i] += 2 * weights.gamma;
    const direction = solveCholesky(cholesky(curvature), gradient);
    for (let share = 1; share > 1e-12; share /= 2) {
      const candidate = gains.map((gain, i) => gain - share * direction[i]);
      const found = lossAt(network, ensemble, candidate, weights);
      // At the bottom rounding hides the fall of the objective; the gradient still tells how near it is.
      if (found > loss + 1e-14 * Math.abs(loss)) continue;
      gains = candidate;
      loss = found;
      break;
    }
  }
  throw new RangeError('no minimum of the objective was reached in 200 steps');
}

/** Infinite where the network has no stable state, so that a descent keeps away from there. */
function lossAt(
  network: GainNetwork,
  ensemble: DriveEnsemble,
  gains: Float64Array,
  weights: EfficiencyWeights,
): number {
  try {
    return efficiency(network, ensemble, gains, weights).loss;
  } catch (error) {
    if (error instanceof RangeError) return Infinity;
    throw error;
  }
}

/** E[v vᵀ] `[n, n]`. */
function secondMoment(vectors: readonly Float64Array[], probabilities: Float64Array): Float64Array {
  const n = vectors[0].length;
  const moment = new Float64Array(n * n);
  vectors.forEach((vector, s) => {
    for (let i = 0; i < n; i++) {
      const factor = probabilities[s] * vector[i];
      for (let j = 0; j <= i; j++) moment[i * n + j] += factor * vector[j];
    }
  });
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) moment[j * n + i] = moment[i * n + j];
  return moment;
}
