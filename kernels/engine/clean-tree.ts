import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './root.js';

/** What a recording itself writes: no change of the code that it records. */
const recorded = ':(exclude,glob)data-loaders/*/recorded/**';

/**
 * The paths that differ from the last commit, untracked ones too, but for what recordings write; `undefined` outside of a
 * git checkout.
 */
export async function changedFiles(cwd = root): Promise<readonly string[] | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['status', '--porcelain', '--untracked-files=all', '--', '.', recorded],
      {
        cwd,
      },
    );
    return stdout.split('\n').flatMap((line) => (line ? [line.slice(3)] : []));
  } catch {
    return undefined;
  }
}
