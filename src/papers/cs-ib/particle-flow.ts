import { checkFinite } from '../../lib/information/finite-points.js';
import { checkWidth, countPoints } from '../../lib/information/gaussian-kernel.js';
import type { Random } from '../../lib/statistics/random.js';
import { divergenceOfEmbeddings } from './information/cauchy-schwarz-divergence.js';
import { discrepancyOfEmbeddings } from './information/maximum-mean-discrepancy.js';

/** Where the flow stands after a number of steps. */
export interface FlowState {
  readonly step: number;
  /** Cauchy–Schwarz divergence of the free points from the target, in nats. */
  readonly divergence: number;
  /** Squared maximum mean discrepancy, watched but not descended on. */
  readonly discrepancy: number;
  /** The free points now, `[n, 2]`: the flow's own buffer, to be copied if kept. */
  readonly points: Float64Array;
}

/**
 * Moves free points of the plane by gradient descent on their Cauchy–Schwarz divergence from target points,
 * and yields the state before the first step and after each:
 * ∂D/∂a_i = (2/σ²) [Σ_j κ(a_i, b_j)(a_i − b_j) / Σκ(a, b) − Σ_j κ(a_i, a_j)(a_i − a_j) / Σκ(a, a)]:
 * the target attracts, the free points repel one another. O(n² + nm) a step.
 *
 * @param free starting points `[n, 2]`, left as they are; @param target `[m, 2]`.
 * @param width σ of the kernel; @param rate step size, a point moves by `rate` times its gradient.
 * @throws {RangeError} if a coordinate is not finite, `steps` is no whole number, or every free point is so far (some 38 widths) from every target that the kernel
 * underflows and the divergence is infinite: from the start, or thrown there by too large steps.
 */
export function* particleFlow(
  free: Float64Array,
  target: Float64Array,
  { width, rate, steps }: { readonly width: number; readonly rate: number; readonly steps: number },
): Generator<FlowState, void, void> {
  checkWidth(width);
  const n = countPoints(free, 2);
  const m = countPoints(target, 2);
  checkFinite(free, 2);
  checkFinite(target, 2);
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError(`particle flow of ${steps} steps: must be a whole number`);
  const scale = -1 / (2 * width * width);
  const points = Float64Array.from(free);
  const repulsion = new Float64Array(2 * n);
  const attraction = new Float64Array(2 * n);
  const targetProduct = ownSum(target, scale) / m ** 2;

  for (let step = 0; ; step++) {
    repulsion.fill(0);
    attraction.fill(0);
    let own = n;
    let cross = 0;
    for (let i = 0; i < n; i++) {
      const x = points[2 * i];
      const y = points[2 * i + 1];
      for (let j = 0; j < i; j++) {
        const dx = x - points[2 * j];
        const dy = y - points[2 * j + 1];
        const kernel = Math.exp(scale * (dx * dx + dy * dy));
        own += 2 * kernel;
        repulsion[2 * i] += kernel * dx;
        repulsion[2 * i + 1] += kernel * dy;
        repulsion[2 * j] -= kernel * dx;
        repulsion[2 * j + 1] -= kernel * dy;
      }
      for (let j = 0; j < m; j++) {
        const dx = x - target[2 * j];
        const dy = y - target[2 * j + 1];
        const kernel = Math.exp(scale * (dx * dx + dy * dy));
        cross += kernel;
        attraction[2 * i] += kernel * dx;
        attraction[2 * i + 1] += kernel * dy;
      }
    }
    if (cross === 0)
      throw new RangeError(
        `step ${step}: no free point is within reach of a target at kernel width ${width}; widen the kernel or take smaller steps`,
      );
    const products = { aa: own / n ** 2, bb: targetProduct, ab: cross / (n * m) };
    yield {
      step,
      divergence: divergenceOfEmbeddings(products),
      discrepancy: discrepancyOfEmbeddings(products),
      points,
    };
    if (step >= steps) return;
    for (let i = 0; i < points.length; i++)
      points[i] += 4 * scale * rate * (attraction[i] / cross - repulsion[i] / own);
  }
}

/** Σ_ij κ(a_i, a_j), diagonal included. */
function ownSum(points: Float64Array, scale: number): number {
  const n = points.length / 2;
  let sum = n;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      sum +=
        2 *
        Math.exp(
          scale * ((points[2 * i] - points[2 * j]) ** 2 + (points[2 * i + 1] - points[2 * j + 1]) ** 2),
        );
  return sum;
}

/** Points of the plane, `[n, 2]`, drawn from N((centre, centre), I). */
export function normalPoints(n: number, centre: number, { normal }: Random): Float64Array {
  return Float64Array.from({ length: 2 * n }, () => centre + normal());
}

/** Target of the two-Gaussian example, `[2 · half, 2]`: half the points at N((−c, −c), I), half at N((c, c), I). */
export function twoModes(half: number, centre: number, random: Random): Float64Array {
  const target = new Float64Array(4 * half);
  target.set(normalPoints(half, -centre, random));
  target.set(normalPoints(half, centre, random), 2 * half);
  return target;
}

/** Share of the points `[n, 2]` within `radius` of (centre, centre). @throws {RangeError} where a coordinate is not finite */
export function shareNear(points: Float64Array, centre: number, radius: number): number {
  const n = countPoints(points, 2);
  checkFinite(points, 2);
  let near = 0;
  for (let i = 0; i < n; i++)
    if (Math.hypot(points[2 * i] - centre, points[2 * i + 1] - centre) <= radius) near++;
  return near / n;
}
