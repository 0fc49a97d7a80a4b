import type { PartResult } from '../../engine/cache.js';
import type { PartTask } from '../../engine/part.js';
import type { PartRunner } from '../../engine/pool.js';
import type { Turns } from './turns.js';

/** A part of an experiment that another process asks for. */
export interface PartRequest extends PartTask {
  /** Stands for the experiment's code: threads that have loaded another version of it are let go. */
  readonly code: string;
}

/** Runs parts of experiments for other processes, so that a backend is started once and never fought over. */
export interface PartServer {
  run(request: PartRequest, signal: AbortSignal, onProgress: (fraction: number) => void): Promise<PartResult>;
  close(): Promise<void>;
}

/** @param accelerator whose turns cells and parts share, once it is known that there is one */
export function partServer(accelerator: Turns & { exclusive: boolean }): PartServer {
  let pool: Promise<PartRunner> | undefined;
  /** What the pool's threads may have loaded, and what they run. */
  let loaded = new Map<string, string>();
  let running = new Set<Promise<unknown>>();

  async function start(backend: string | undefined): Promise<PartRunner> {
    // Loaded here alone: most kernels never see a part.
    const { threadsFor } = await import('../../engine/runner-for.js');
    const { workerPool } = await import('../../engine/pool.js');
    const { threads, exclusive } = await threadsFor(backend);
    accelerator.exclusive ||= exclusive;
    return workerPool(threads);
  }

  return {
    async run({ code, ...task }, signal, onProgress) {
      if (loaded.has(task.file) && loaded.get(task.file) !== code) {
        // Threads keep the modules that they have loaded; what they still run ends in peace.
        const [old, unfinished] = [pool, running];
        void Promise.allSettled(unfinished).then(async () => (await old)?.close());
        pool = undefined;
        loaded = new Map();
        running = new Set();
      }
      loaded.set(task.file, code);
      const mine = running;
      const runner = await (pool ??= start(task.backend));
      const end = accelerator.exclusive ? await accelerator.take() : undefined;
      try {
        signal.throwIfAborted();
        const result = runner.run(task, { signal, onProgress });
        mine.add(result);
        return await result.finally(() => mine.delete(result));
      } finally {
        end?.();
      }
    },
    async close() {
      await (await pool)?.close();
    },
  };
}
