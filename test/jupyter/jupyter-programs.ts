import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../kernels/engine/root.js';
import { launcher, privateEnvironment } from './kernel-process.js';

/** Debian's Python, which has Jupyter's packages, and where they lie. */
export const debianPython = '/usr/bin/python3';
const packages = '/usr/lib/python3/dist-packages';

/** The Python with JupyterLab: of the environment that tests are prepared with. */
export const labPython = path.join(root, '.venv/bin/python');
export const lacksLab = existsSync(path.join(root, '.venv/bin/jupyter-lab'))
  ? undefined
  : 'needs JupyterLab in .venv';

/** Why a test that needs one of Jupyter's packages cannot run here; nothing where it can. */
export function lacksPackage(...names: string[]): string | undefined {
  const missing = names.filter((name) => !existsSync(path.join(packages, name)));
  return missing.length > 0 ? `needs Debian's Python packages ${missing.join(', ')}` : undefined;
}

/** Installs the kernel into a folder of its own, and returns the environment in which Jupyter finds it there. */
export async function withKernelspec(folder: string): Promise<NodeJS.ProcessEnv> {
  const env = privateEnvironment(folder);
  const spec = path.join(env.JUPYTER_DATA_DIR!, 'kernels', 'litmus');
  await mkdir(spec, { recursive: true });
  await mkdir(env.JUPYTER_RUNTIME_DIR!, { recursive: true });
  const kernel = {
    argv: [process.execPath, launcher, '{connection_file}'],
    display_name: 'TypeScript (Litmus)',
    language: 'typescript',
    interrupt_mode: 'message',
  };
  await writeFile(path.join(spec, 'kernel.json'), JSON.stringify(kernel));
  return env;
}

/** What a Python program prints on both streams; its failure is an error that holds them. */
export async function runPython(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const options = { cwd: root, env, maxBuffer: 2 ** 24, timeout: 150_000 };
  const { stdout, stderr } = await promisify(execFile)(debianPython, [...args], options).catch(
    (error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
    },
  );
  return stdout + stderr;
}
