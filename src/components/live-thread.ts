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
  try {
    yield* runOn<Settings, Snapshot>(thread, computation, settings, signal);
  } finally {
    thread.terminate();
  }
}

/** Threads that are started when there is work for them, and kept for more. */
export interface ThreadPool {
  /** Runs a generator to its end in the first thread that is free. @throws as {@link runInThread} */
  run<Settings, Snapshot>(
    computation: Computation,
    settings: Settings,
    hear: (snapshot: Snapshot) => void,
  ): Promise<void>;
  /** Ends the threads. */
  close(): void;
}

/** @param most threads side by side @param signal ends all that they do */
export function threadPool(most: number, signal: AbortSignal): ThreadPool {
  const started: Worker[] = [];
  const free: Worker[] = [];
  const waiting: ((thread: Worker) => void)[] = [];
  const take = (): Worker | Promise<Worker> => {
    const thread = free.pop();
    if (thread) return thread;
    if (started.length === most) return new Promise((resolve) => waiting.push(resolve));
    started.push(startThread());
    return started.at(-1)!;
  };
  const give = (thread: Worker) => {
    const next = waiting.shift();
    if (next) next(thread);
    else free.push(thread);
  };
  return {
    async run<Settings, Snapshot>(
      computation: Computation,
      settings: Settings,
      hear: (snapshot: Snapshot) => void,
    ) {
      signal.throwIfAborted();
      const thread = await take();
      try {
        for await (const snapshot of runOn<Settings, Snapshot>(thread, computation, settings, signal))
          hear(snapshot);
      } finally {
        give(thread);
      }
    },
    close() {
      for (const thread of started) thread.terminate();
    },
  };
}

async function* runOn<Settings, Snapshot>(
  thread: Worker,
  computation: Computation,
  settings: Settings,
  signal: AbortSignal,
): AsyncGenerator<Snapshot, void, void> {
  signal.throwIfAborted();
  const snapshots = messageQueue<Snapshot>();
  const abort = () => {
    thread.terminate();
    snapshots.fail(signal.reason);
  };
  const hear = ({ data }: MessageEvent<ThreadReply>) => {
    if (data.type === 'snapshot') snapshots.put(data.snapshot as Snapshot);
    else if (data.type === 'end') snapshots.end();
    else snapshots.fail(new Error(data.message));
  };
  const fail = ({ message }: ErrorEvent) => snapshots.fail(notStarted(message));
  signal.addEventListener('abort', abort);
  thread.addEventListener('message', hear);
  thread.addEventListener('error', fail);
  thread.postMessage({ ...computation, settings } satisfies ThreadRequest);
  try {
    yield* snapshots;
  } finally {
    signal.removeEventListener('abort', abort);
    thread.removeEventListener('message', hear);
    thread.removeEventListener('error', fail);
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
