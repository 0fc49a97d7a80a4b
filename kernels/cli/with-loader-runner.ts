import { performance } from 'node:perf_hooks';
import type { ServeOptions } from '../engine/serve.js';
import type { CommandContext } from './context.js';
import { progressBoard } from './progress.js';
import { loaderRunner } from './runner.js';

/** Does what may have to compute tables, with its progress shown; workers and lines are gone when it is done. */
export async function withLoaderRunner<T>(
  { terminal, signal }: CommandContext,
  work: (serve: ServeOptions) => Promise<T>,
): Promise<T> {
  const board = progressBoard(terminal, () => performance.now());
  const log = (message: string) => terminal.err(`litmus: ${message}\n`);
  const runner = loaderRunner(log);
  try {
    return await work({ signal, log, runner, onProgress: board.report });
  } finally {
    board.stop();
    await runner.close();
  }
}
