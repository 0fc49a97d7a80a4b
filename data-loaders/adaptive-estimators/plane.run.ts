import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { fixedBins, fixedEdges } from '../../src/papers/adaptive-estimators/estimates.js';
import { twelveBitTask } from '../../src/papers/adaptive-estimators/twelve-bit-task.js';
import type { definition } from './plane.js';
import { type NetReading, summary, trackNet } from './tracked-net.js';

/** Trains one network, and reads its layers by adaptive and by fixed bins. */
export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const net = part.of;
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
          { ...place, estimator: 'ebab' as const, ...layer.ebab },
          { ...place, estimator: 'fixed-bins' as const, ...fixedBins(layer, labels, edges[l]) },
        ];
      }),
    ),
  };
  const information = readings.map(({ layers }) => layers.map(({ ebab }) => ebab.i_xt));
  yield { table: 'runs', rows: summary(net, { information, last: readings[readings.length - 1] }) };
}
