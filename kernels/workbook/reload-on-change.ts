import { watch } from 'node:fs';
import { readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';

/** Milliseconds without a change after which loaders are touched: an editor writes several files at once. */
const pause = 200;

/** What a change below a folder of the repository means. */
const folders = {
  'data-loaders': 'all loaders',
  'src/lib': 'all loaders',
  'src/data': 'all loaders',
  'kernels/engine': 'all loaders',
  'kernels/cli': 'all loaders',
  // Notebooks may import these, and tables are not made by them.
  'src/components': 'notebooks',
  'kernels/jupyter': 'notebooks',
  // The preview has loaded these itself.
  'kernels/workbook': 'a restart',
} as const;

/**
 * Makes open pages ask for their data anew when code or data behind it changes. Framework watches a loader's own
 * file alone, and runs a loader again when the date of that file is newer than its output, so the loaders that
 * depend on more are given a new date. What only a restart or the reader can bring into effect is said.
 *
 * @param root the repository's root
 * @param say told, in a sentence, what is to be done
 * @returns a function that ends it
 */
export async function reloadOnChange(root: string, say: (message: string) => void): Promise<() => void> {
  const data = path.join(root, 'src', 'data');
  const known = new Set(await loadersIn(data));
  const pending = new Map<string, NodeJS.Timeout>();
  /** Several changes at once are one. */
  const soon = (what: string, effect: () => Promise<void> | void) => {
    clearTimeout(pending.get(what));
    // A file that is gone again by then needs nothing.
    pending.set(
      what,
      setTimeout(() => void Promise.resolve(effect()).catch(() => undefined), pause),
    );
  };
  const sayWhatIsNew = async () => {
    for (const name of await loadersIn(data)) {
      if (known.has(name)) continue;
      known.add(name);
      say(`src/data/${name} is new: reload the pages that read what it makes`);
    }
  };
  const watchers = Object.entries(folders).map(([folder, means]) =>
    watch(path.join(root, folder), { recursive: true }, (_, file) => {
      // A change of these is what Framework sees itself, or what was done here.
      if (isLoader(file ?? '')) soon('new', sayWhatIsNew);
      else if (means === 'a restart')
        soon(means, () =>
          say(`${folder}/${file} has changed: stop the preview and start it again to see it`),
        );
      else soon(means, () => touchLoaders(data, means === 'notebooks' ? isNotebook : isLoader));
    }),
  );
  return () => {
    for (const timeout of pending.values()) clearTimeout(timeout);
    for (const watcher of watchers) watcher.close();
  };
}

const isNotebook = (file: string) => file.endsWith('.ipynb');
const isLoader = (file: string) => isNotebook(file) || file.endsWith('.litmus');

async function loadersIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter(isLoader);
}

async function touchLoaders(folder: string, which: (file: string) => boolean): Promise<void> {
  const now = new Date();
  for (const name of await loadersIn(folder)) {
    const file = path.join(folder, name);
    if (which(name) && (await dependsOnMore(file))) await utimes(file, now, now);
  }
}

/** Whether a loader reads more than its own file: a notebook does where it names Litmus's code or a relative path. */
async function dependsOnMore(file: string): Promise<boolean> {
  return !isNotebook(file) || /litmus:|["'`]\.\.?\//.test(await readFile(file, 'utf8'));
}
