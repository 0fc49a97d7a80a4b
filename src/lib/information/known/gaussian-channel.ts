import type { Random } from '../../statistics/random.js';
import type { PairedPoints } from '../paired-points.js';

/** Mutual information, in nats, of X ~ N(0, I_d) and X + σ Z with Z ~ N(0, I_d): (d/2) log(1 + σ⁻²). */
export function gaussianChannelInformation(d: number, sigma: number): number {
  return (d / 2) * Math.log1p(sigma ** -2);
}

/** n inputs and outputs of that channel. */
export function gaussianChannel(n: number, d: number, sigma: number, { normal }: Random): PairedPoints {
  const x = Float64Array.from({ length: n * d }, normal);
  return { x, dimensionX: d, y: x.map((value) => value + sigma * normal()), dimensionY: d };
}
