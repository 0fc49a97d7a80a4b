import { adaptiveEdges } from '../../lib/information/entropy-based-adaptive-binning.js';
import { layerOutputs } from '../../lib/learning/plain-network.js';
import { type ScalarActivationName, scalarActivations } from '../../lib/learning/scalar-activation.js';
import { activationFloors } from '../../papers/adaptive-estimators/activation-floor.js';
import { twelveBitSizes } from '../../papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../papers/adaptive-estimators/twelve-bit-task.js';
import type { LiveSnapshot } from './live-snapshot.js';

const { inputs } = twelveBitTask();
const outputs = new WeakMap<object, Float64Array[]>();

/** The hidden layers of a snapshot on all patterns, `[4096, units]` each. */
export function liveLayers(
  snapshot: Pick<LiveSnapshot, 'parameters'>,
  activation: ScalarActivationName,
): Float64Array[] {
  let layers = outputs.get(snapshot);
  if (!layers) {
    const parameters = Float64Array.from(snapshot.parameters);
    const network = { sizes: twelveBitSizes, activation: scalarActivations[activation], parameters };
    layers = layerOutputs(network, inputs).slice(0, -1);
    outputs.set(snapshot, layers);
  }
  return layers;
}

/** Edges of a layer's bins. */
export function liveEdges(
  snapshot: LiveSnapshot,
  activation: ScalarActivationName,
  layer: number,
  bins: number,
): Float64Array {
  return adaptiveEdges(liveLayers(snapshot, activation)[layer - 1], bins, activationFloors[activation]);
}
