import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const home = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

/** A copy of the product's own files, to write into. */
export interface Copy {
  readonly folder: string;
  /** Runs a line in its shell, with a cache of its own; resolves to what it printed. @throws with that, where it fails. */
  shell(line: string): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Copies what git knows or would know of, into a repository of its own with one commit. Dependencies are those of this
 * installation.
 */
export async function copyOfProduct(): Promise<Copy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'litmus-copy-'));
  const listed = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: home,
    maxBuffer: 1e8,
  });
  for (const file of new Set(listed.stdout.split('\0').filter(Boolean))) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    // A file that was deleted and not yet committed is not there.
    await cp(path.join(home, file), path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(path.join(home, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  const env = {
    ...process.env,
    LITMUS_CACHE: path.join(folder, '.cache'),
    NO_COLOR: '1',
    // Nobody's settings and hooks.
    ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_AUTHOR_NAME: 'Reader', GIT_AUTHOR_EMAIL: 'reader@example.org' },
    ...{ GIT_COMMITTER_NAME: 'Reader', GIT_COMMITTER_EMAIL: 'reader@example.org' },
  };
  const git = (...words: string[]) => execute('git', words, { cwd: folder, env, maxBuffer: 1e8 });
  await git('init', '--quiet');
  // The folder of dependencies is a link here, which the product's own list of what git leaves out does not name.
  await appendFile(path.join(folder, '.git/info/exclude'), 'node_modules\n');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'A copy');
  return {
    folder,
    async shell(line) {
      return execute('bash', ['-euc', line], { cwd: folder, env, maxBuffer: 1e8 }).then(
        ({ stdout, stderr }) => stdout + stderr,
        (error: Error & { stdout: string; stderr: string }) => {
          throw new Error(`${line}\n${error.stdout.slice(-3000)}\n${error.stderr.slice(-3000)}`);
        },
      );
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
