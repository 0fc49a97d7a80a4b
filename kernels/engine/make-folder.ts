import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writing } from './disk-problem.js';
import { exists } from './exists.js';

/**
 * Makes a folder and those above it, unless they are there. Node's own recursive `mkdir` never comes back below a
 * folder that is there and takes no entries, such as `/proc`.
 *
 * @param mode permissions of the folders that are made
 * @throws {Failure} where the disk refuses
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !(await exists(at)); at = path.dirname(at)) missing.unshift(at);
  for (const at of missing)
    await writing(at, () =>
      mkdir(at, mode).catch((error: NodeJS.ErrnoException) => {
        // Another process was faster.
        if (error.code !== 'EEXIST') throw error;
      }),
    );
}
