import { rm } from 'node:fs/promises';
import { Failure } from '../../engine/failure.js';
import { connectClient } from '../client/kernel-client.js';
import { readConnection } from '../protocol/connection.js';
import { endProcess, processEnds } from './process.js';
import { isHere, kernelFiles, removeEntry, type RunningKernel } from './registry.js';

/** How a kernel was ended: it was asked, or it did not do what it was asked. */
export type Ending = 'asked' | 'SIGTERM' | 'SIGKILL';

/**
 * Ends a kernel that is known to run, and removes its files.
 *
 * @param patience milliseconds that it gets to end after it was asked, and after each signal
 * @throws {Failure} where it is on another machine, or does not end
 */
export async function stopKernel(kernel: RunningKernel, patience = 5000): Promise<Ending> {
  const { name, pid, host, connectionFile } = kernel;
  if (!isHere(kernel)) throw new Failure(`the kernel "${name}" runs on ${host}; stop it there`, 2);
  const client = connectClient(await readConnection(connectionFile));
  const asked = await client
    .shutdown(patience)
    .then(() => processEnds(pid, patience))
    .catch(() => false)
    .finally(() => client.close());
  const ending = asked ? 'asked' : await endProcess(pid, patience);
  if (!ending) throw new Failure(`the kernel "${name}" (process ${pid}) cannot be ended`);
  await removeEntry(kernel);
  await rm(kernelFiles(name).log, { force: true });
  return ending;
}
