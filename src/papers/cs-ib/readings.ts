import { finite } from '../../lib/experiment/finite.js';
import { collapsed } from '../../lib/information/quadratic-mutual-information.js';

/**
 * Normalised Cauchy-Schwarz information between x and t; `null` where it does not exist, as t has collapsed to a point.
 *
 * @param self `I(t; t)` in nats
 */
export function keptInformation(normalised: number, self: number): number | null {
  return self >= collapsed ? finite(normalised) : null;
}

/** Compression ratio `1 − I(β) / I(0)`. */
export function compressionRatio(information: number | null, uncompressed: number | null): number | null {
  return information === null || uncompressed === null ? null : finite(1 - information / uncompressed);
}

/** `I(t; y) = ½ log₂(var y / MSE)` in bits: what predictions of this error say about the target. */
export function targetInformation(variance: number, rmse: number): number {
  return 0.5 * Math.log2(variance / rmse ** 2);
}
