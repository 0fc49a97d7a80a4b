import path from 'node:path';
import { Failure } from '../../engine/failure.js';
import { root } from '../../engine/root.js';
import { kernelFiles, type RunningKernel } from '../../jupyter/daemon/registry.js';
import { startKernel } from '../../jupyter/daemon/start.js';
import type { CommandContext } from '../context.js';
import { attachCommands } from '../kernel-text.js';

interface StartOptions {
  readonly name: string;
  readonly folder: string;
  readonly foreground?: boolean;
}

/** `litmus kernel start`: a kernel that goes on when this command has ended. */
export async function start(context: CommandContext, options: StartOptions): Promise<number> {
  const folder = path.resolve(options.folder);
  try {
    return await (options.foreground ? serve : launch)(context, options.name, folder);
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    context.terminal.err('\ninterrupted; no kernel was started\n');
    return 130;
  }
}

/** The kernel, in a process of its own. */
async function launch({ terminal, signal }: CommandContext, name: string, folder: string): Promise<number> {
  const litmus = path.join(root, 'kernels', 'cli', 'litmus.js');
  const command = ['kernel', 'start', '--foreground', '--name', name, '--folder', folder];
  const { kernel, already } = await startKernel({
    name,
    folder,
    command: [process.execPath, litmus, ...command],
    signal,
    log: (message) => terminal.err(`litmus: ${message}\n`),
  });
  const log = already ? '' : `log: ${kernelFiles(name).log}\n`;
  terminal.out(`${described(kernel, already ? 'runs already' : 'runs')}${log}`);
  if (already && kernel.folder !== folder)
    terminal.err(
      `litmus: it works in ${kernel.folder}; for one in ${folder}, choose another name with --name\n`,
    );
  return 0;
}

/** The kernel itself, in this process. */
async function serve({ terminal, signal }: CommandContext, name: string, folder: string): Promise<number> {
  try {
    // Cells read files relative to it.
    process.chdir(folder);
  } catch (cause) {
    throw new Failure(`there is no folder ${folder} to work in`, 2, { cause });
  }
  // The kernel itself is loaded for this alone.
  const { serveKernel } = await import('../../jupyter/daemon/serve.js');
  const other = await serveKernel({
    name,
    folder,
    signal,
    started: (kernel) => terminal.out(described(kernel, 'runs')),
    log: (message) => terminal.err(`litmus kernel: ${message}\n`),
  });
  if (other) terminal.out(described(other, 'runs already'));
  return 0;
}

function described({ name, pid, folder, connectionFile }: RunningKernel, how: string): string {
  return (
    `the kernel "${name}" ${how}: process ${pid} in ${folder}\n` +
    `connection file: ${connectionFile}\n` +
    `attach with:\n${attachCommands(connectionFile)}`
  );
}
