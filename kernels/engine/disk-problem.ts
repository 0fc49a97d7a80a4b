import path from 'node:path';
import { Failure } from './failure.js';

/** What a disk objected to, in words. */
export interface DiskProblem {
  /** Whether there is no space left, so that nothing else there can be written either. */
  readonly full: boolean;
  /** The file, what the disk said, and what to do. */
  readonly message: string;
}

/** What to do about a file of the cache, beside what its folder needs. */
export const anotherCache = 'let LITMUS_CACHE name a folder on another disk';

/**
 * What went wrong when `file` was written.
 *
 * @param error what was thrown; a failure that {@link writing} made of it counts as well
 * @param otherwise what else to do, after "or"
 * @returns `undefined` where it does not come from the disk
 */
export function diskProblem(file: string, error: unknown, otherwise?: string): DiskProblem | undefined {
  const { code, message = '' } = systemError(error) ?? {};
  if (code === undefined) return undefined;
  const folder = path.dirname(file);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  // "EACCES: permission denied, open '/a/b'"
  const said = /^[A-Z]+: ([^,]+)/.exec(message)?.[1];
  const what = full
    ? `there is no space left for ${file}`
    : `cannot write ${file}: ${said ? `${said} (${code})` : code}`;
  return {
    full,
    message: [`${what}; ${remedy(code, folder)}`, ...(otherwise ? [otherwise] : [])].join(', or '),
  };
}

/**
 * Runs `work`, which writes `file`.
 *
 * @param otherwise what else to do, after "or"
 * @throws {Failure} that says the file, what the disk objects to, and what to do
 * @throws whatever else `work` throws, as it is
 */
export async function writing<T>(file: string, work: () => Promise<T>, otherwise?: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problem = diskProblem(file, error, otherwise);
    if (!problem) throw error;
    throw new Failure(problem.message, 3, { cause: systemError(error) });
  }
}

function remedy(code: string, folder: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'free some';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `make ${folder} writable`;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `see that ${folder} is a folder that files can be put into`;
  if (code === 'EISDIR') return 'remove the folder of that name';
  return 'see that the disk is in order';
}

function systemError(error: unknown): NodeJS.ErrnoException | undefined {
  if (error instanceof Failure) return systemError(error.cause);
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
    ? error
    : undefined;
}
