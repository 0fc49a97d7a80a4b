import { appendFile } from 'node:fs/promises';
import { anotherCache, diskProblem } from '../disk-problem.js';
import { writeWholeFile } from '../whole-file.js';
import { DatasetError } from './dataset-error.js';

/** The two ways in which a fetch fills the disk; a test replaces them by ones that fail. */
export interface Disk {
  /** Appends to a file, which need not be there. */
  append(file: string, bytes: Uint8Array): Promise<void>;
  /** Writes a whole file or none. */
  write(file: string, bytes: Uint8Array): Promise<void>;
}

export const disk: Disk = { append: appendFile, write: writeWholeFile };

/** Runs `work`, which writes `file`. @throws {DatasetError} that says in words what the disk objects to. */
export async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const problem = diskProblem(file, cause, anotherCache);
    if (!problem) throw cause;
    throw new DatasetError(problem.full ? 'disk full' : 'disk', problem.message, { cause });
  }
}
