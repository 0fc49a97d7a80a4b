import os from 'node:os';
import { freshConnection } from '../protocol/connection.js';
import { runKernel } from '../run-kernel.js';
import { runningKernel } from './kernel-state.js';
import { kernelFiles, removeEntry, type RunningKernel, withLock, writeEntry } from './registry.js';

export interface ServeKernelOptions {
  readonly name: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Called when clients can connect. */
  started(kernel: RunningKernel): void;
  log(message: string): void;
}

/**
 * Runs a kernel in this process until a client shuts it down or the signal aborts, with its files in Jupyter's
 * runtime folder.
 *
 * @returns the kernel that has the name already, where there is one; nothing is run then
 */
export async function serveKernel({
  name,
  folder,
  signal,
  started,
  log,
}: ServeKernelOptions): Promise<RunningKernel | undefined> {
  const { connection: connectionFile } = kernelFiles(name);
  const since = new Date().toISOString();
  let kernel: RunningKernel = { name, pid: process.pid, host: os.hostname(), folder, since, connectionFile };
  const halt = new AbortController();
  let ended: Promise<void> | undefined;
  const begin = async () => {
    const found = await runningKernel(name);
    if (found) return found;
    await new Promise<void>((resolve, reject) => {
      ended = runKernel({
        connection: freshConnection(),
        connectionFile,
        folder,
        signal: AbortSignal.any([signal, halt.signal]),
        webSocket: true,
        started(where) {
          kernel = { ...kernel, webSocket: where.webSocket };
          resolve();
        },
        log,
      });
      ended.then(resolve, reject);
    });
    await writeEntry(kernel).catch(async (error: unknown) => {
      // Nobody could find it.
      halt.abort();
      await ended;
      throw error;
    });
    return undefined;
  };
  const other = await withLock(name, begin, signal);
  if (other) return other;
  started(kernel);
  try {
    await ended;
  } finally {
    await removeEntry(kernel);
  }
  return undefined;
}
