import { Session } from 'node:inspector';
import type { Worker } from 'node:worker_threads';

/** Ends the JavaScript that a worker thread executes, and nothing else of it. */
export interface Terminator {
  /**
   * Resolves when something was ended. Where nothing runs, that is whatever runs next: send the thread
   * something that may be ended.
   */
  terminate(): Promise<void>;
  close(): void;
}

interface Attached {
  readonly sessionId: string;
  readonly workerInfo: { readonly title: string };
}

/**
 * Attaches to a worker thread as a debugger would: of all ways to stop a loop that does not wait, V8's
 * `Runtime.terminateExecution` is the one that leaves the thread and its globals alive.
 */
export function terminator(worker: Worker): Terminator {
  const session = new Session();
  session.connect();
  const { threadId } = worker;
  let count = 0;
  let resolveAttached: (sessionId: string) => void;
  const attached = new Promise<string>((resolve) => (resolveAttached = resolve));
  const waiting = new Map<number, () => void>();

  // Node's types know neither this domain's events nor its parameters.
  const events = session as unknown as {
    on(event: string, listener: (message: { readonly params: unknown }) => void): void;
  };
  events.on('NodeWorker.attachedToWorker', ({ params }) => {
    const { sessionId, workerInfo } = params as Attached;
    if (new RegExp(`\\b${threadId}\\b`).test(workerInfo.title)) resolveAttached(sessionId);
  });
  events.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const { id } = JSON.parse((params as { readonly message: string }).message) as { readonly id?: number };
    if (id === undefined) return;
    waiting.get(id)?.();
    waiting.delete(id);
  });
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });

  return {
    async terminate() {
      const sessionId = await attached;
      const id = (count += 1);
      const message = JSON.stringify({ id, method: 'Runtime.terminateExecution' });
      const ended = new Promise<void>((resolve) => waiting.set(id, resolve));
      session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
      await ended;
    },
    close: () => session.disconnect(),
  };
}
