import { adaptiveEdges } from '../../lib/information/entropy-based-adaptive-binning.js';
import { layerOutputs } from '../../lib/learning/plain-network.js';
import { type ScalarActivationName, scalarActivations } from '../../lib/learning/scalar-activation.js';
import { activationFloors } from '../../papers/adaptive-estimators/activation-floor.js';
import { ebab } from '../../papers/adaptive-estimators/estimates.js';
import { twelveBitSizes } from '../../papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../papers/adaptive-estimators/twelve-bit-task.js';
import type { LiveSnapshot } from './live-snapshot.js';
import type { PlanePoint } from './plane-panel.js';

const task = twelveBitTask();
const outputs = new WeakMap<LiveSnapshot, Float64Array[]>();
const planes = new WeakMap<LiveSnapshot, Map<number, PlanePoint[]>>();

/** The hidden layers of a snapshot on all patterns, `[4096, units]` each. */
export function liveLayers(snapshot: LiveSnapshot, activation: ScalarActivationName): Float64Array[] {
  let layers = outputs.get(snapshot);
  if (!layers) {
    const parameters = Float64Array.from(snapshot.parameters);
    const network = { sizes: twelveBitSizes, activation: scalarActivations[activation], parameters };
    layers = layerOutputs(network, task.inputs).slice(0, -1);
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

/** Every hidden layer of a snapshot by adaptive bins; what was read once is kept. */
export function livePlane(
  snapshot: LiveSnapshot,
  activation: ScalarActivationName,
  bins: number,
): PlanePoint[] {
  const known = planes.get(snapshot) ?? new Map<number, PlanePoint[]>();
  planes.set(snapshot, known);
  let points = known.get(bins);
  if (!points) {
    points = liveLayers(snapshot, activation).map((activations, l) => ({
      layer: l + 1,
      epoch: snapshot.step,
      ...ebab({ activations, units: twelveBitSizes[l + 1] }, task.labels, activation, bins),
    }));
    known.set(bins, points);
  }
  return points;
}
