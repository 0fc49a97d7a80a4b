import { appendFile } from 'node:fs/promises';
import path from 'node:path';
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

/** Runs `work`, which writes `file`, and says in words what the disk objects to. */
export async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    const folder = path.dirname(file);
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new DatasetError(
        'disk full',
        `there is no space left for ${file}; free some, or let LITMUS_CACHE name a folder on another disk`,
        { cause },
      );
    throw new DatasetError(
      'disk',
      `cannot write ${file} (${code}); make ${folder} writable, or let LITMUS_CACHE name another folder`,
      { cause },
    );
  }
}
