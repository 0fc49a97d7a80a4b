import type { RowOf } from '../../src/lib/experiment/column.js';
import { ebab, type Layer, type LayerBits, reach } from '../../src/papers/adaptive-estimators/estimates.js';
import type { tables } from '../../src/papers/adaptive-estimators/tables.js';
import {
  trainTwelveBitNetwork,
  twelveBitSizes,
} from '../../src/papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../src/papers/adaptive-estimators/twelve-bit-task.js';
import type { Net, TrackingParameters } from './nets.js';

type SummaryRow = RowOf<typeof tables.runs.columns>;

/** A network's hidden layers at one epoch, the first nearest to the input. */
export interface NetReading {
  readonly epoch: number;
  readonly layers: readonly (Layer & { readonly ebab: LayerBits; readonly maxAbs: number })[];
  readonly accuracy: { readonly train: number; readonly test: number };
}

/** Trains a network on the task of twelve bits and reads its layers by adaptive bins at the checkpoints. */
export function* trackNet(
  net: Net,
  params: TrackingParameters,
  seed: number,
): Generator<NetReading, void, void> {
  const task = twelveBitTask();
  const { activation, l2, split, seed: member } = net;
  const { learningRate, batch, checkpoints, bins } = params;
  const settings = { activation, l2, split, seed, member, learningRate, batch };
  for (const { epoch, layers, accuracy } of trainTwelveBitNetwork(task, settings, checkpoints))
    yield {
      epoch,
      accuracy,
      layers: layers.map((activations, l) => {
        const layer = { activations, units: twelveBitSizes[l + 1] };
        return { ...layer, ebab: ebab(layer, task.labels, activation, bins), maxAbs: reach(layer) };
      }),
    };
}

/** What is kept of a network's readings for {@link summary}: all but the activations of earlier epochs. */
export interface NetHistory {
  /** EBAB's I(X;T) by epoch, and by layer. */
  readonly information: readonly (readonly number[])[];
  readonly last: NetReading;
}

/** A row a layer: how far its information fell from its highest to the last checkpoint. */
export function summary(
  { activation, l2, split, seed }: Net,
  { information, last }: NetHistory,
): SummaryRow[] {
  const deepest = last.layers[last.layers.length - 1];
  const alive = !isConstant(deepest) && last.accuracy.train >= 0.8;
  return last.layers.map((_, l) => {
    const course = information.map((layers) => layers[l]);
    const [highest, final] = [Math.max(...course), course[course.length - 1]];
    return {
      ...{ activation, l2, split, seed, layer: l + 1 },
      drop: highest - final,
      rel_drop: highest > 0 ? (highest - final) / highest : null,
      final_i: final,
      acc_train: last.accuracy.train,
      acc_test: last.accuracy.test,
      alive,
    };
  });
}

/** True where all patterns have the same activations. */
function isConstant({ activations, units }: Layer): boolean {
  return activations.every((value, at) => value === activations[at % units]);
}
