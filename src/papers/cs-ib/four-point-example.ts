/**
 * Four inputs of two kinds of target for which a slightly wrong prediction of the second point makes the
 * conditional divergence negative with the paper's and with the released code's weights.
 */
export const fourPointInputs = Float64Array.of(0, 0.5, 1, 4);
/** The target of each of the four inputs. */
export const fourPointTargets = Float64Array.of(0, 1, 0, 1);

/** Perfect predictions but for the second point's. */
export function fourPointPredictions(second: number): Float64Array {
  return Float64Array.of(0, second, 0, 1);
}
