import { nextTask } from '../../lib/compute/next-task.js';
import { recordedSteps } from '../../lib/experiment/recorded-steps.js';
import { trainTwelveBitNetwork } from '../../papers/adaptive-estimators/twelve-bit-network.js';
import { twelveBitTask } from '../../papers/adaptive-estimators/twelve-bit-task.js';
import type { LivePiece } from '../live-run.js';
import type { LiveSettings, LiveSnapshot } from './live-snapshot.js';

const snapshots = 13;
const batch = 256;

/** Epochs after which a snapshot is taken: 0, the last, and a few between, on a logarithmic axis. */
export function liveEpochs(epochs: number): number[] {
  return [...recordedSteps(epochs, snapshots)].sort((a, b) => a - b);
}

/**
 * Trains one network on the task of twelve bits and yields it at {@link liveEpochs}. The same settings give the same
 * numbers everywhere.
 *
 * @throws {RangeError} for fewer than one epoch, or rates and penalties that are not numbers from zero on; and the
 *   signal's reason where it is aborted, within an epoch.
 */
export async function* liveTraining(
  { activation, l2, learningRate, seed, epochs }: LiveSettings,
  signal?: AbortSignal,
): AsyncGenerator<LiveSnapshot, void, void> {
  if (!Number.isInteger(epochs) || epochs < 1)
    throw new RangeError(`live training: ${epochs} epochs; at least 1`);
  if (!(l2 >= 0 && learningRate >= 0 && l2 + learningRate < Infinity))
    throw new RangeError(`live training: penalty ${l2} and learning rate ${learningRate} must be 0 or more`);
  const settings = { activation, l2, split: 'random', seed, member: 0, learningRate, batch } as const;
  const every = Array.from({ length: epochs + 1 }, (_, epoch) => epoch);
  const shown = new Set(liveEpochs(epochs));
  for (const { epoch, network, accuracy } of trainTwelveBitNetwork(twelveBitTask(), settings, every)) {
    if (shown.has(epoch))
      yield { step: epoch, steps: epochs, parameters: [...network.parameters], ...accuracy };
    await nextTask();
    signal?.throwIfAborted();
  }
}

/** {@link liveTraining}, for a page and for a kernel. */
export const liveTrainingPiece: LivePiece<LiveSettings, LiveSnapshot> = {
  module: 'src/components/adaptive-estimators/live-training.ts',
  generator: 'liveTraining',
  run: liveTraining,
};
