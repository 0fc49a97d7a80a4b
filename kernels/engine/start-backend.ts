import type { KernelBackend } from '@tensorflow/tfjs-core';
import type { Candidate } from './backend-candidates.js';
import { Failure } from './failure.js';

/**
 * Makes a backend that was found this thread's own, with all operations that training needs.
 *
 * @throws {Failure} if it does not start
 */
export async function startBackend(candidate: Candidate): Promise<void> {
  // Only now: whoever asks what there is, or computes without tensors, does not wait for the library.
  const tf = await import('@tensorflow/tfjs-core');
  const { registerOperations } = await import('../../src/lib/compute/operations.js');
  const { refuseAfterErrors } = await import('../../src/lib/compute/webgpu-errors.js');
  await candidate.load();
  registerOperations(candidate.name);
  tf.enableProdMode(); // mutes advice on which backend to install; nothing else depends on it
  const ready = await withoutNewListeners(async () => {
    const set = await tf.setBackend(candidate.name);
    await tf.ready();
    return set;
  });
  if (!ready) throw new Failure(`the backend ${candidate.name} (${candidate.package}) failed to start`);
  if (candidate.name === 'webgpu') refuseAfterErrors(tf.backend() as unknown as KernelBackend);
}

/**
 * The WebAssembly module makes every uncaught error of the process its own, printing its source instead of
 * the error: takes those listeners off again.
 */
async function withoutNewListeners<T>(start: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set(process.listeners(event as never)));
  const result = await start();
  events.forEach((event, i) => {
    for (const listener of process.listeners(event as never))
      if (!before[i].has(listener)) process.removeListener(event, listener);
  });
  return result;
}
