import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { twelveBitTask } from '../../src/lib/information/known/twelve-bit-task.js';
import { readingColumns, summaryColumns } from './columns.js';
import { fixedBins, fixedEdges } from './estimates.js';
import { netOf, netsOf } from './nets.js';
import { fullPlane, quickPlane, type PlaneParameters } from './plane-parameters.js';
import { type NetReading, summary, trackNet } from './tracked-net.js';

export const definition: Definition<PlaneParameters> = {
  title: 'Information planes',
  description:
    'Networks 12-10-7-5-4-3-2 of several activations on the task of twelve bits, their hidden layers read while they train, on all 4096 patterns, by adaptive and by fixed bins.',
  tables: {
    plane: { description: 'Every layer at every checkpoint', columns: readingColumns },
    runs: { description: 'How far the information of every layer falls', columns: summaryColumns },
  },
  profiles: { quick: quickPlane, full: fullPlane },
  seed: 1,
  compute: 'plain',
  parts: ({ groups }) => netsOf(groups).map(({ id }) => ({ id })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<PlaneParameters>): AsyncGenerator<RunEvent, void, void> {
  const net = netOf(params.groups, part.id);
  const { labels } = twelveBitTask();
  const readings: NetReading[] = [];
  for (const reading of trackNet(net, params, base)) {
    signal.throwIfAborted();
    readings.push(reading);
    yield { progress: reading.epoch / params.checkpoints[params.checkpoints.length - 1] };
  }
  const { activation, l2, split, seed } = net;
  // Fixed bins reach as far as the layer ever does, which only its last epoch tells.
  const edges = readings[0].layers.map((_, l) =>
    fixedEdges(activation, Math.max(...readings.map(({ layers }) => layers[l].maxAbs)), params.edges),
  );
  yield {
    table: 'plane',
    rows: readings.flatMap(({ epoch, layers }) =>
      layers.flatMap((layer, l) => {
        const place = { activation, l2, split, seed, layer: l + 1, epoch, max_abs: layer.maxAbs };
        return [
          { ...place, estimator: 'ebab', ...layer.ebab },
          { ...place, estimator: 'fixed-bins', ...fixedBins(layer, labels, edges[l]) },
        ];
      }),
    ),
  };
  const information = readings.map(({ layers }) => layers.map(({ ebab }) => ebab.i_xt));
  yield { table: 'runs', rows: summary(net, { information, last: readings[readings.length - 1] }) };
}
