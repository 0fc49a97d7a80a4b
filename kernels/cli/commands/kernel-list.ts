import { litmusCommand } from '../../engine/litmus-command.js';
import { runningKernels } from '../../jupyter/daemon/kernel-state.js';
import { kernelFiles } from '../../jupyter/daemon/registry.js';
import type { CommandContext } from '../context.js';
import { textTable } from '../text-table.js';

/** `litmus kernel list`: the kernels that were started by `litmus kernel start`, asked one by one. */
export async function list({ terminal }: CommandContext, { json }: { json?: boolean }): Promise<number> {
  const { running, ended } = await runningKernels();
  for (const { name } of ended)
    terminal.err(
      `litmus: the kernel "${name}" had ended by itself; its files are removed but for its log, ${kernelFiles(name).log}\n`,
    );
  // Its address for pages is a secret, like the key of its connection file.
  const shown = running.map((kernel) => ({ ...kernel, webSocket: undefined }));
  if (json) terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
  else if (running.length === 0)
    terminal.out(`no kernel runs by itself; start one with: ${litmusCommand('kernel start')}\n`);
  else
    terminal.out(
      textTable(
        ['kernel', 'state', 'process', 'since', 'folder'],
        running.map(({ name, state, pid, host, since, folder }) => [
          name,
          state === 'elsewhere' ? `on ${host}` : state,
          String(pid),
          since,
          folder,
        ]),
      ),
    );
  return 0;
}
