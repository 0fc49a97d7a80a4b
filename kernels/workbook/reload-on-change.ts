import { watch } from 'node:fs';
import { readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';

/** Milliseconds without a change after which loaders are touched: an editor writes several files at once. */
const pause = 200;

/**
 * Makes open pages ask for their data anew when code or data behind it changes. Framework watches a loader's own
 * file alone, and runs a loader again when the date of that file is newer than its output, so the loaders that
 * depend on more are given a new date.
 *
 * @param root the repository's root
 * @returns a function that ends it
 */
export function reloadOnChange(root: string): () => void {
  const data = path.join(root, 'src', 'data');
  let pending: NodeJS.Timeout | undefined;
  const watchers = ['data-loaders', path.join('src', 'lib'), path.join('src', 'data')].map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_, file) => {
      // A change of these is what Framework sees itself, or what was done here.
      if (isLoader(file ?? '')) return;
      clearTimeout(pending);
      // A file that is gone again by then needs no date.
      pending = setTimeout(() => void touchLoaders(data).catch(() => undefined), pause);
    }),
  );
  return () => {
    clearTimeout(pending);
    for (const watcher of watchers) watcher.close();
  };
}

const isLoader = (file: string) => /\.(litmus|ipynb)$/.test(file);

async function touchLoaders(folder: string): Promise<void> {
  const now = new Date();
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (isLoader(name) && (await dependsOnMore(file))) await utimes(file, now, now);
  }
}

/** Whether a loader reads more than its own file: a notebook does where it names Litmus's code or a relative path. */
async function dependsOnMore(file: string): Promise<boolean> {
  return !file.endsWith('.ipynb') || /litmus:|["'`]\.\.?\//.test(await readFile(file, 'utf8'));
}
