import { once } from 'node:events';
import { connect } from 'node:net';
import { processRuns } from '../../engine/process-runs.js';
import { connectClient, type KernelClient } from '../client/kernel-client.js';
import { type ConnectionInfo, readConnection } from '../protocol/connection.js';
import { partRequest } from './part-requests.js';
import { isHere, readEntries, readEntry, removeEntry, type RunningKernel } from './registry.js';

/**
 * What a kernel does. One that does not answer has a process and open sockets, but is stopped or overwhelmed; of
 * one on another machine nothing is known; one that has ended has left its files.
 */
export type KernelState = 'idle' | 'busy' | 'not answering' | 'elsewhere' | 'ended';

/**
 * Asks the kernel itself: a process of its number may be another one by now.
 *
 * @param patience milliseconds that it gets to answer
 */
export async function stateOf(kernel: RunningKernel, patience = 5000): Promise<KernelState> {
  if (!isHere(kernel)) return 'elsewhere';
  const connection = await readConnection(kernel.connectionFile).catch(() => undefined);
  if (!connection || !(await listens(connection))) return 'ended';
  const client = connectClient(connection);
  try {
    await client.ready(patience);
    return await activity(client, patience);
  } catch {
    // The port may be another program's by now, and then the process is gone.
    return processRuns(kernel.pid) ? 'not answering' : 'ended';
  } finally {
    client.close();
  }
}

/** All kernels with their states, and those that had ended, whose files are removed. */
export async function runningKernels(): Promise<{
  readonly running: readonly (RunningKernel & { readonly state: KernelState })[];
  readonly ended: readonly RunningKernel[];
}> {
  const entries = await readEntries();
  const all = await Promise.all(entries.map(async (kernel) => ({ ...kernel, state: await stateOf(kernel) })));
  const ended = all.filter(({ state }) => state === 'ended');
  await Promise.all(ended.map(removeEntry));
  return { running: all.filter(({ state }) => state !== 'ended'), ended };
}

/** The kernel of this name, where it runs. */
export async function runningKernel(
  name: string,
): Promise<(RunningKernel & { readonly state: KernelState }) | undefined> {
  const kernel = await readEntry(name);
  const state = kernel && (await stateOf(kernel));
  return kernel && state && state !== 'ended' ? { ...kernel, state } : undefined;
}

async function listens({ ip, control_port: port }: ConnectionInfo): Promise<boolean> {
  const socket = connect(port, ip);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const computing: ReadonlySet<unknown> = new Set(['execute_request', partRequest]);

/** After each other request, a kernel of Litmus says again that the cell or the part which runs is running. */
async function activity(client: KernelClient, timeout: number): Promise<'idle' | 'busy'> {
  let state: 'idle' | 'busy' = 'idle';
  const unsubscribe = client.subscribe(({ header, parent, content }) => {
    const computes = 'msg_type' in parent && computing.has(parent.msg_type);
    if (header.msg_type === 'status' && computes)
      state = content.execution_state === 'busy' ? 'busy' : 'idle';
  });
  // What follows the first request on iopub is there when the second one's outputs are.
  for (let i = 0; i < 2; i += 1)
    await client.request('control', 'kernel_info_request', {}, { timeout, onOutput: () => undefined });
  unsubscribe();
  return state;
}
