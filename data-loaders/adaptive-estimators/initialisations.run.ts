import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import type { definition } from './initialisations.js';
import { type NetReading, summary, trackNet } from './tracked-net.js';

/** Trains one network, and says how far the information of its layers fell. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const information: number[][] = [];
  let last: NetReading | undefined;
  for (const reading of trackNet(part.of, params, seed)) {
    signal.throwIfAborted();
    information.push(reading.layers.map(({ ebab }) => ebab.i_xt));
    last = reading;
    yield { progress: reading.epoch / params.checkpoints[params.checkpoints.length - 1] };
  }
  yield { table: 'initialisations', rows: summary(part.of, { information, last: last! }) };
}
