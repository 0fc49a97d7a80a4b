import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { PartResult } from './cache.js';
import { Failure } from './failure.js';
import { type PartEffects, type PartTask, runPart } from './part.js';
import type { WorkerAnswer } from './work.js';

/** Runs parts, wherever they run. */
export interface PartRunner {
  run(task: PartTask, effects: PartEffects): Promise<PartResult>;
  close(): Promise<void>;
}

let last: Promise<unknown> = Promise.resolve();

/** Runs parts one after the other in this thread: what a single accelerator wants. */
export const inThread: PartRunner = {
  run(task, effects) {
    const result = last.then(() => {
      effects.signal.throwIfAborted();
      return runPart(task, effects);
    });
    last = result.catch(() => undefined);
    return result;
  },
  close: () => Promise.resolve(),
};

/** Runs up to `threads` parts side by side, each in a worker thread with a backend of its own. */
export function workerPool(threads: number): PartRunner {
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
  });
  // What a task throws rejects the task. Told here is the rest: a thread that answers after its task was given up,
  // which nobody waits for any more, and which without a listener would end the process.
  pool.on('error', () => undefined);
  return {
    async run(task, { signal, onProgress }) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onProgress);
      try {
        const options = { name: 'work', transferList: [port2], signal };
        const answer = (await pool.run({ ...task, port: port2 }, options)) as WorkerAnswer;
        if ('failure' in answer) throw new Failure(answer.failure);
        return answer;
      } finally {
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}
