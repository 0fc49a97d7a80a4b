import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { twelveBitTask } from '../../src/lib/information/known/twelve-bit-task.js';
import { type Labels, labelsOf } from '../../src/lib/information/labels.js';
import {
  ebab,
  estimators,
  fixedBins,
  fixedEdges,
  pairwise,
  reach,
  thinned,
  type Estimator,
  type Layer,
  type LayerBits,
} from './estimates.js';
import { quickTracking } from './plane-parameters.js';
import { trackNet } from './tracked-net.js';

export type InvarianceParameters = {
  readonly seeds: number;
  readonly bins: number;
  readonly edges: number;
  readonly variance: number;
  readonly stride: number;
};

/** Strictly increasing maps that keep zero. */
const maps: Readonly<Record<string, (h: number) => number>> = {
  'times-10': (h) => 10 * h,
  'times-100': (h) => 100 * h,
  cube: (h) => h ** 3,
};

const quick: InvarianceParameters = { seeds: 3, bins: 30, edges: 30, variance: 1e-3, stride: 4 };

export const definition: Definition<InvarianceParameters> = {
  title: 'Maps of a layer',
  description:
    'The hidden layers of untrained ReLU networks, read as they are and after a strictly increasing map of their activations.',
  tables: {
    invariance: {
      description: 'How each estimate changes under each map',
      columns: {
        seed: { type: 'int32', description: 'number of the network' },
        layer: { type: 'int32', description: 'hidden layer, 1 nearest to the input' },
        estimator: { type: 'string', description: 'as in the table rulers' },
        map: { type: 'string', description: 'what is done to every activation h: 10 h, 100 h or h³' },
        i_xt: { type: 'float64', description: 'I(X;T) of the layer as it is', unit: 'bits' },
        change: {
          type: 'float64',
          description: 'absolute change of I(X;T) or of I(T;Y), whichever is larger',
          unit: 'bits',
        },
      },
    },
  },
  profiles: { quick, full: { ...quick, seeds: 20, stride: 1 } },
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ id: `network-${seed}` })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<InvarianceParameters>): AsyncGenerator<RunEvent, void, void> {
  const seed = Number(part.id.slice('network-'.length));
  const net = { id: part.id, activation: 'relu', l2: 0, split: 'random', seed } as const;
  const [{ layers }] = trackNet(net, { ...quickTracking, checkpoints: [0] }, base);
  const labels = labelsOf(twelveBitTask().labels.codes.filter((_, row) => row % params.stride === 0));
  for (const [l, full] of layers.entries()) {
    signal.throwIfAborted();
    const layer = thinned(full, params.stride);
    const rulers = rulersFor(layer, labels, params);
    yield {
      table: 'invariance',
      rows: estimators.flatMap((estimator) => {
        const before = rulers[estimator](layer);
        return Object.entries(maps).map(([map, apply]) => {
          const after = rulers[estimator]({ ...layer, activations: layer.activations.map(apply) });
          const change = Math.max(Math.abs(after.i_xt - before.i_xt), Math.abs(after.i_ty - before.i_ty));
          return { seed, layer: l + 1, estimator, map, i_xt: before.i_xt, change };
        });
      }),
    };
    yield { progress: (l + 1) / layers.length };
  }
}

/** The estimators with fixed edges that suit the layer as it is. */
function rulersFor(
  layer: Layer,
  labels: Labels,
  { bins, edges, variance }: InvarianceParameters,
): Record<Estimator, (layer: Layer) => LayerBits> {
  const fixed = fixedEdges('relu', reach(layer), edges);
  return {
    ebab: (mapped) => ebab(mapped, labels, 'relu', bins),
    akde: (mapped) => pairwise(mapped, labels, 'akde', variance),
    'fixed-bins': (mapped) => fixedBins(mapped, labels, fixed),
    'fixed-kde': (mapped) => pairwise(mapped, labels, 'fixed-kde', variance),
  };
}
