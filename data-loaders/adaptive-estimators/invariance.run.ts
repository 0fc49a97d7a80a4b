import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { type Labels, labelsOf } from '../../src/lib/information/labels.js';
import {
  ebab,
  fixedBins,
  fixedEdges,
  type Layer,
  type LayerBits,
  pairwise,
  reach,
  thinned,
} from '../../src/papers/adaptive-estimators/estimates.js';
import { type Estimator, estimators, layerMaps } from '../../src/papers/adaptive-estimators/tables.js';
import { twelveBitTask } from '../../src/papers/adaptive-estimators/twelve-bit-task.js';
import type { definition } from './invariance.js';
import { quickTracking } from './nets.js';
import { trackNet } from './tracked-net.js';

type Context = RunContext<typeof definition>;

const maps: Readonly<Record<(typeof layerMaps)[number], (h: number) => number>> = {
  'times-10': (h) => 10 * h,
  'times-100': (h) => 100 * h,
  cube: (h) => h ** 3,
};

/** Reads the layers of one untrained network as they are, and after each map. */
export async function* run({ params, part, seed: base, signal }: Context): RunEvents<typeof definition> {
  const { seed } = part.of;
  const net = { activation: 'relu', l2: 0, split: 'random', seed } as const;
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
        return layerMaps.map((map) => {
          const after = rulers[estimator]({ ...layer, activations: layer.activations.map(maps[map]) });
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
  { bins, edges, variance }: Context['params'],
): Record<Estimator, (layer: Layer) => LayerBits> {
  const fixed = fixedEdges('relu', reach(layer), edges);
  return {
    ebab: (mapped) => ebab(mapped, labels, 'relu', bins),
    akde: (mapped) => pairwise(mapped, labels, 'akde', variance),
    'fixed-bins': (mapped) => fixedBins(mapped, labels, fixed),
    'fixed-kde': (mapped) => pairwise(mapped, labels, 'fixed-kde', variance),
  };
}
