import { rename, rm, writeFile } from 'node:fs/promises';
import { writing } from './disk-problem.js';

let count = 0;

/**
 * Writes a whole file or none: to a temporary name beside it, flushed, then renamed, so that a killed process
 * or a full disk never leaves a part of it under its name.
 *
 * @param mode permissions of the file; what the process gives to new files where omitted
 * @throws {Failure} that says what the disk objects to
 */
export async function writeWholeFile(
  file: string,
  content: Uint8Array | string,
  mode?: number,
): Promise<void> {
  const temporary = `${file}.${process.pid}-${count++}.tmp`;
  try {
    await writing(file, async () => {
      // `writeFile` goes on after a short write, which is how a disk that fills up announces itself.
      await writeFile(temporary, content, { flush: true, mode });
      await rename(temporary, file);
    });
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
