import { Failure, unknownName } from '../engine/failure.js';
import { litmusCommand } from '../engine/litmus-command.js';
import { type KernelState, runningKernels } from '../jupyter/daemon/kernel-state.js';
import type { RunningKernel } from '../jupyter/daemon/registry.js';

/** The running kernel of this name. @throws {Failure} where there is none. */
export async function needsKernel(name: string): Promise<RunningKernel & { readonly state: KernelState }> {
  const { running } = await runningKernels();
  const found = running.find((kernel) => kernel.name === name);
  if (found) return found;
  if (running.length === 0)
    throw new Failure(`no kernel runs; start one with: ${litmusCommand('kernel start')}`, 2);
  throw unknownName(
    'running kernel',
    name,
    running.map((kernel) => kernel.name),
  );
}
