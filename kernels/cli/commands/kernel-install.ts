import { environmentDataFolder, prefixDataFolder, userDataFolder } from '../../jupyter/folders.js';
import { installKernelspec, kernelFolder, uninstallKernelspec } from '../../jupyter/spec/install.js';
import { kernelspec } from '../../jupyter/spec/kernelspec.js';
import type { CommandContext } from '../context.js';

interface PlaceOptions {
  readonly sysPrefix?: boolean;
  readonly prefix?: string;
  readonly name: string;
  readonly json?: boolean;
}

/** `litmus kernel install`: makes this kernel one of those that Jupyter offers. */
export async function install({ terminal, signal }: CommandContext, options: PlaceOptions): Promise<number> {
  const { name, json } = options;
  const spec = kernelspec(name);
  const data = dataFolder(options);
  // A name that no kernel can have is told of before one is started.
  kernelFolder(data, name);
  const { proveKernel } = await import('../../jupyter/spec/prove.js');
  await proveKernel(spec.argv, { signal, warn: (message) => terminal.err(`litmus: ${message}\n`) });
  const folder = await installKernelspec(data, name);
  if (json) terminal.out(`${JSON.stringify({ name, folder, spec }, null, 2)}\n`);
  else
    terminal.out(
      `${spec.display_name} is installed in ${folder}\n` +
        `try it:\n  jupyter console --kernel ${name}\n  jupyter lab\n`,
    );
  return 0;
}

/** `litmus kernel uninstall`: what is not there any more is no failure. */
export async function uninstall({ terminal }: CommandContext, options: PlaceOptions): Promise<number> {
  const { name, json } = options;
  const data = dataFolder(options);
  const removed = await uninstallKernelspec(data, name);
  const folder = removed ?? kernelFolder(data, name);
  if (json) terminal.out(`${JSON.stringify({ name, folder, removed: removed !== undefined }, null, 2)}\n`);
  else terminal.out(removed ? `${folder} is removed\n` : `there is no kernel in ${folder}\n`);
  return 0;
}

function dataFolder({ sysPrefix, prefix }: PlaceOptions): string {
  if (sysPrefix) return environmentDataFolder();
  return prefix === undefined ? userDataFolder() : prefixDataFolder(prefix);
}
