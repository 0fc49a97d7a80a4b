import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import {
  ebab,
  fixedBins,
  fixedEdges,
  type Layer,
  pairwise,
  reach,
  thinned,
} from '../../src/papers/adaptive-estimators/estimates.js';
import { estimators } from '../../src/papers/adaptive-estimators/tables.js';
import { twelveBitTask } from '../../src/papers/adaptive-estimators/twelve-bit-task.js';
import type { definition } from './rulers.js';
import { trackNet } from './tracked-net.js';

/** Trains one network, and reads its layers by all four estimators. */
export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { checkpoints, bins, edges, variance, stride } = params;
  const net = part.of;
  const { activation, l2, split, seed } = net;
  const labels = labelsOf(twelveBitTask().labels.codes.filter((_, row) => row % stride === 0));
  const read: { readonly epoch: number; readonly layers: readonly Layer[] }[] = [];
  for (const { epoch, layers } of trackNet(net, params, base)) {
    signal.throwIfAborted();
    read.push({ epoch, layers: layers.map((layer) => thinned(layer, stride)) });
    yield { progress: (0.4 * epoch) / checkpoints[checkpoints.length - 1] };
  }
  const largest = read[0].layers.map((_, l) => Math.max(...read.map(({ layers }) => reach(layers[l]))));
  for (const [index, { epoch, layers }] of read.entries()) {
    yield {
      table: 'rulers',
      rows: layers.flatMap((layer, l) => {
        const place = { activation, l2, split, seed, layer: l + 1, epoch, max_abs: reach(layer) };
        return estimators.map((estimator) => {
          if (estimator === 'ebab') return { ...place, estimator, ...ebab(layer, labels, activation, bins) };
          if (estimator === 'fixed-bins')
            return {
              ...place,
              estimator,
              ...fixedBins(layer, labels, fixedEdges(activation, largest[l], edges)),
            };
          return { ...place, estimator, ...pairwise(layer, labels, estimator, variance) };
        });
      }),
    };
    signal.throwIfAborted();
    yield { progress: 0.4 + (0.6 * (index + 1)) / read.length };
  }
}
