import type { LivePiece } from '../../src/components/live-run.js';
import { type MessageQueue, messageQueue } from '../../src/components/message-queue.js';

/** A run of a piece whose snapshots a test hands out. */
export interface ManualRun<S, T> {
  readonly settings: S;
  readonly signal: AbortSignal;
  readonly queue: MessageQueue<T>;
}

/** A piece that runs nothing: each of its runs is a queue, which a test fills. */
export function manualPiece<S, T>(): {
  readonly piece: LivePiece<S, T>;
  readonly runs: ManualRun<S, T>[];
} {
  const runs: ManualRun<S, T>[] = [];
  return {
    runs,
    piece: {
      module: 'm',
      generator: 'g',
      run(settings, signal) {
        const queue = messageQueue<T>();
        signal.addEventListener('abort', () => queue.fail(signal.reason));
        runs.push({ settings, signal, queue });
        return queue;
      },
    },
  };
}
