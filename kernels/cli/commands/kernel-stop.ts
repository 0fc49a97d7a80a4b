import { Failure } from '../../engine/failure.js';
import { runningKernels } from '../../jupyter/daemon/kernel-state.js';
import { defaultName } from '../../jupyter/daemon/registry.js';
import { stopKernel } from '../../jupyter/daemon/stop.js';
import type { CommandContext } from '../context.js';
import { needsKernel } from '../needs-kernel.js';

/** `litmus kernel stop`: ends kernels, by request where they listen. */
export async function stop(
  { terminal }: CommandContext,
  name: string | undefined,
  { all }: { all?: boolean },
): Promise<number> {
  if (all && name !== undefined) throw new Failure('--all stops every kernel: leave the name out', 2);
  const wanted = all
    ? (await runningKernels()).running.filter(({ state }) => state !== 'elsewhere')
    : [await needsKernel(name ?? defaultName)];
  if (wanted.length === 0) terminal.out('no kernel runs\n');
  const failures: string[] = [];
  for (const kernel of wanted) {
    try {
      const ending = await stopKernel(kernel);
      const how = ending === 'asked' ? '' : ` by ${ending}; it did not end when it was asked`;
      terminal.out(`the kernel "${kernel.name}" is stopped${how}\n`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new Failure(failures.join('\nlitmus: '));
  return 0;
}
