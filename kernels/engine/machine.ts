import { execFile } from 'node:child_process';
import os from 'node:os';
import { promisify } from 'node:util';
import { changedFiles } from './clean-tree.js';
import { root } from './root.js';

/** The processor, in words: model and the number of cores this process may use. */
export function processor(): string {
  const model = os.cpus()[0]?.model.replace(/\s+/g, ' ').trim() || os.arch();
  return `${model}, ${os.availableParallelism()} cores`;
}

/**
 * The commit of the code, with `+` where files differ from it, untracked ones too (but for what recordings write);
 * `null` outside a git checkout.
 */
export async function gitCommit(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root });
    const changed = await changedFiles();
    return `${stdout.trim()}${changed?.length ? '+' : ''}`;
  } catch {
    return null;
  }
}
