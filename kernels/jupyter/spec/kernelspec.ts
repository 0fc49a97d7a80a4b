import { fileURLToPath } from 'node:url';
import { isJson } from '../protocol/message.js';

/** Name under which Jupyter knows this kernel, where no other one is chosen. */
export const defaultName = 'litmus';

/** What `kernel.json` holds: how Jupyter starts a kernel and what it calls it. */
export interface Kernelspec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: 'message' | 'signal';
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The kernel of this installation, run by the Node that runs now. */
export function kernelspec(name = defaultName): Kernelspec {
  const launch = fileURLToPath(new URL('../launch.js', import.meta.url));
  return {
    argv: [process.execPath, launch, '{connection_file}'],
    // Jupyter shows nothing else of a kernel, so that two of them need two of these.
    display_name: name === defaultName ? 'TypeScript (Litmus)' : `TypeScript (Litmus: ${name})`,
    language: 'typescript',
    interrupt_mode: 'message',
    metadata: { debugger: false },
  };
}

/** Whether this is a kernelspec of Litmus, of this checkout or of another one. */
export function isOurs(spec: unknown): boolean {
  if (!isJson(spec) || spec.language !== 'typescript' || !Array.isArray(spec.argv)) return false;
  return spec.argv.some(
    (argument) => typeof argument === 'string' && /[\\/]kernels[\\/]jupyter[\\/]launch\.js$/.test(argument),
  );
}
