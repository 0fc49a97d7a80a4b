import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../../engine/cache.js';
import { Failure } from '../../engine/failure.js';
import { makeFolder } from '../../engine/make-folder.js';
import { writeWholeFile } from '../../engine/whole-file.js';
import { isOurs, kernelspec } from './kernelspec.js';

const logos = ['logo-32x32.png', 'logo-64x64.png', 'logo-svg.svg'];

/**
 * Puts the kernel where Jupyter finds it, or puts it there again. At any moment of that the folder is one that
 * Jupyter can start a kernel from, or none.
 *
 * @param dataFolder one of Jupyter's folders of data
 * @returns the folder of the kernel
 * @throws {Failure} where a kernel of something else has the name
 */
export async function installKernelspec(dataFolder: string, name: string): Promise<string> {
  const folder = kernelFolder(dataFolder, name);
  if ((await occupant(folder)) === 'other')
    throw new Failure(`${folder} is a kernel of something else; choose another name with --name`, 2);
  try {
    await makeFolder(folder);
    for (const logo of logos)
      await writeWholeFile(path.join(folder, logo), await readFile(new URL(logo, import.meta.url)));
    // By this file Jupyter knows that the folder is a kernel's.
    await writeWholeFile(path.join(folder, 'kernel.json'), `${JSON.stringify(kernelspec(name), null, 2)}\n`);
  } catch (cause) {
    throw new Failure(`the kernel cannot be written to ${folder}: ${(cause as Error).message}`, 2, { cause });
  }
  return folder;
}

/**
 * @returns the folder that was removed; `undefined` where there was none
 * @throws {Failure} where the folder is not a kernel of Litmus
 */
export async function uninstallKernelspec(dataFolder: string, name: string): Promise<string | undefined> {
  const folder = kernelFolder(dataFolder, name);
  const found = await occupant(folder);
  if (found === 'other') throw new Failure(`${folder} is a kernel of something else, and is left alone`, 2);
  if (found === 'nothing') return undefined;
  await rm(folder, { recursive: true });
  return folder;
}

/** Where a kernel of this name is, below one of Jupyter's folders of data. */
export function kernelFolder(dataFolder: string, name: string): string {
  // Jupyter's own rule, and what keeps the folder where it belongs.
  if (!/^[a-z0-9_-][a-z0-9._-]*$/i.test(name))
    throw new Failure(`"${name}" is no name of a kernel: letters, digits, ".", "_" and "-" are`, 2);
  return path.join(dataFolder, 'kernels', name);
}

async function occupant(folder: string): Promise<'nothing' | 'ours' | 'other'> {
  const bytes = await readIfThere(path.join(folder, 'kernel.json'));
  if (!bytes) return 'nothing';
  try {
    return isOurs(JSON.parse(Buffer.from(bytes).toString('utf8'))) ? 'ours' : 'other';
  } catch {
    return 'other';
  }
}
