import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { summaryColumns } from './columns.js';
import { netOf, netsOf, type NetGroup } from './nets.js';
import { quickTracking } from './plane-parameters.js';
import { type NetReading, summary, trackNet, type TrackingParameters } from './tracked-net.js';

export type InitialisationParameters = TrackingParameters & { readonly groups: readonly NetGroup[] };

const groups = (seeds: number): NetGroup[] => [
  { activation: 'tanh', l2: 0, split: 'random', seeds },
  { activation: 'relu', l2: 0, split: 'random', seeds },
];

export const definition: Definition<InitialisationParameters> = {
  title: 'Many initialisations',
  description:
    'Networks that differ by their seed alone: how far the information of each layer falls, and how well the network does on patterns that it was not trained on.',
  tables: {
    initialisations: { description: 'How far the information of every layer falls', columns: summaryColumns },
  },
  profiles: {
    quick: { ...quickTracking, checkpoints: [0, 1, 2, 3, 4, 7, 12, 20, 33, 54], groups: groups(6) },
    full: { ...quickTracking, groups: groups(40) },
  },
  seed: 1,
  compute: 'plain',
  parts: (params) => netsOf(params.groups).map(({ id }) => ({ id })),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<InitialisationParameters>): AsyncGenerator<RunEvent, void, void> {
  const net = netOf(params.groups, part.id);
  const information: number[][] = [];
  let last: NetReading | undefined;
  for (const reading of trackNet(net, params, seed)) {
    signal.throwIfAborted();
    information.push(reading.layers.map(({ ebab }) => ebab.i_xt));
    last = reading;
    yield { progress: reading.epoch / params.checkpoints[params.checkpoints.length - 1] };
  }
  yield { table: 'initialisations', rows: summary(net, { information, last: last! }) };
}
