import { nextTask } from '../../lib/compute/next-task.js';
import { trainTwelveBitNetwork } from '../../papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../papers/adaptive-estimators/twelve-bit-task.js';
import { livePlane } from './live-plane.js';
import {
  liveEpochs,
  type LiveSettings,
  type LiveSnapshot,
  type Reading,
  type ReadingSettings,
} from './live-snapshot.js';

const batch = 256;

/**
 * Trains one network on the task of twelve bits and yields it at {@link liveEpochs}. The same settings give the same
 * numbers everywhere.
 *
 * @throws {RangeError} for fewer than one epoch, or rates and penalties that are not numbers from zero on
 */
export async function* liveTraining({
  activation,
  l2,
  learningRate,
  seed,
  epochs,
  bins,
}: LiveSettings): AsyncGenerator<LiveSnapshot, void, void> {
  if (!Number.isInteger(epochs) || epochs < 1)
    throw new RangeError(`live training: ${epochs} epochs; at least 1`);
  if (!(l2 >= 0 && learningRate >= 0 && l2 + learningRate < Infinity))
    throw new RangeError(`live training: penalty ${l2} and learning rate ${learningRate} must be 0 or more`);
  const settings = { activation, l2, split: 'random', seed, member: 0, learningRate, batch } as const;
  const every = Array.from({ length: epochs + 1 }, (_, epoch) => epoch);
  const shown = new Set(liveEpochs(epochs));
  for (const { epoch, network, accuracy } of trainTwelveBitNetwork(twelveBitTask(), settings, every)) {
    if (shown.has(epoch)) {
      const parameters = [...network.parameters];
      const plane = livePlane({ step: epoch, parameters }, activation, bins);
      yield { step: epoch, steps: epochs, parameters, plane, ...accuracy };
    }
    await nextTask(); // a kernel hears between two epochs that it is to stop
  }
}

/** The planes of a network's snapshots by other bins, when all have been read. */
export function* liveReading({
  activation,
  bins,
  snapshots,
}: ReadingSettings): Generator<Reading, void, void> {
  const planes = snapshots.map((snapshot) => livePlane(snapshot, activation, bins));
  yield { step: planes.length, steps: planes.length, planes };
}
