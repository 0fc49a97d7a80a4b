import type { ScalarActivationName } from '../../lib/learning/scalar-activation.js';
import { ebab } from '../../papers/adaptive-estimators/estimates.js';
import { twelveBitSizes } from '../../papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../papers/adaptive-estimators/twelve-bit-task.js';
import { liveLayers } from './live-layers.js';
import type { LiveSnapshot } from './live-snapshot.js';
import type { PlanePoint } from './plane-panel.js';

/** Every hidden layer of a snapshot by adaptive bins: some 30 ms. */
export function livePlane(
  snapshot: Pick<LiveSnapshot, 'step' | 'parameters'>,
  activation: ScalarActivationName,
  bins: number,
): PlanePoint[] {
  const { labels } = twelveBitTask();
  return liveLayers(snapshot, activation).map((activations, l) => ({
    layer: l + 1,
    epoch: snapshot.step,
    ...ebab({ activations, units: twelveBitSizes[l + 1] }, labels, activation, bins),
  }));
}
