import { execFile } from 'node:child_process';
import os from 'node:os';
import { promisify } from 'node:util';
import { root } from './root.js';

/** The processor, in words: model and the number of cores this process may use. */
export function processor(): string {
  const model = os.cpus()[0]?.model.replace(/\s+/g, ' ').trim() || os.arch();
  return `${model}, ${os.availableParallelism()} cores`;
}

/** The commit of the code, with `+` where tracked files differ from it; `null` outside a git checkout. */
export async function gitCommit(): Promise<string | null> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: root })).stdout.trim();
  try {
    const commit = await git('rev-parse', '--short=12', 'HEAD');
    return (await git('status', '--porcelain', '--untracked-files=no')) ? `${commit}+` : commit;
  } catch {
    return null;
  }
}
