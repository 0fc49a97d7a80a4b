import type { Computation, ThreadReply, ThreadRequest } from './live-messages.js';
import { messageQueue } from './message-queue.js';

/**
 * Runs a generator in a thread of its own, so that the page stays responsive whatever it does, and yields what it yields.
 * The thread ends with the run: after the last value, where nobody takes more, and at once where the signal is aborted.
 *
 * @throws the signal's reason where it is aborted; {Error} with what the generator threw, or where this browser starts
 *   no such thread
 */
export async function* runInThread<Settings, Snapshot>(
  computation: Computation,
  settings: Settings,
  signal: AbortSignal,
): AsyncGenerator<Snapshot, void, void> {
  signal.throwIfAborted();
  const thread = startThread();
  const snapshots = messageQueue<Snapshot>();
  const abort = () => {
    thread.terminate();
    snapshots.fail(signal.reason);
  };
  signal.addEventListener('abort', abort);
  thread.addEventListener('message', ({ data }: MessageEvent<ThreadReply>) => {
    if (data.type === 'snapshot') snapshots.put(data.snapshot as Snapshot);
    else if (data.type === 'end') snapshots.end();
    else snapshots.fail(new Error(data.message));
  });
  thread.addEventListener('error', ({ message }) => snapshots.fail(notStarted(message)));
  thread.postMessage({ ...computation, settings } satisfies ThreadRequest);
  try {
    yield* snapshots;
  } finally {
    thread.terminate();
    signal.removeEventListener('abort', abort);
  }
}

function startThread(): Worker {
  if (typeof Worker === 'undefined') throw notStarted('it has no workers');
  return new Worker(import.meta.resolve('./live-worker.js'), { type: 'module' });
}

/** What a browser reports that takes a module for a script says nothing to a reader. */
function notStarted(reason?: string): Error {
  return new Error(
    `this browser did not start the thread that computes${reason ? ` (${reason})` : ''}: it takes workers that are modules, as Chrome 80, Firefox 114 and Safari 15 have them`,
  );
}
