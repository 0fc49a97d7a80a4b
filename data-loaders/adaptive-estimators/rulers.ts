import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { twelveBitTask } from '../../src/lib/information/known/twelve-bit-task.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { readingColumns } from './columns.js';
import {
  ebab,
  estimators,
  fixedBins,
  fixedEdges,
  pairwise,
  reach,
  thinned,
  type Layer,
} from './estimates.js';
import { netOf, netsOf, type NetGroup } from './nets.js';
import { quickTracking } from './plane-parameters.js';
import { trackNet, type TrackingParameters } from './tracked-net.js';

export type RulerParameters = TrackingParameters & {
  readonly groups: readonly NetGroup[];
  readonly edges: number;
  /** Variance of the fixed noise, and that of the adaptive one as a share of the squared largest activation. */
  readonly variance: number;
  /** Every how manieth pattern is read: pairs cost the square of their number. */
  readonly stride: number;
};

const quick: RulerParameters = {
  ...quickTracking,
  checkpoints: [0, 20, 60, 150, 300],
  groups: [
    { activation: 'relu', l2: 0, split: 'random', seeds: 2 },
    { activation: 'tanh', l2: 0, split: 'random', seeds: 1 },
  ],
  edges: 30,
  variance: 1e-3,
  stride: 4,
};

export const definition: Definition<RulerParameters> = {
  title: 'Four rulers',
  description:
    'The layers of a few networks by all four estimators, on a part of the patterns where pairs of them are to cost less: of 1024, no layer says more than 10 bits about the input.',
  tables: { rulers: { description: 'Every layer by every estimator', columns: readingColumns } },
  profiles: {
    quick,
    full: {
      ...quick,
      checkpoints: [0, 1, 3, 7, 20, 60, 150, 300, 400],
      groups: quick.groups.map((group) => ({ ...group, seeds: 8 })),
      stride: 1,
    },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ groups }) => netsOf(groups).map(({ id }) => ({ id })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<RulerParameters>): AsyncGenerator<RunEvent, void, void> {
  const { checkpoints, bins, edges, variance, stride } = params;
  const net = netOf(params.groups, part.id);
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
