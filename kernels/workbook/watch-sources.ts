import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Milliseconds without a change after which it is told: an editor writes several files at once. */
const pause = 200;

/** What a change below a folder of the repository means. */
const folders = {
  'data-loaders': 'files',
  'src/lib': 'files',
  'src/papers': 'files',
  'src/components': 'files',
  'src/data': 'files',
  'kernels/engine': 'files',
  'kernels/cli': 'files',
  'kernels/jupyter': 'files',
  // The preview has loaded these itself.
  'kernels/workbook': 'a restart',
} as const;

export interface WatchEvents {
  /** What files for pages are made from has changed. */
  changed(): void;
  /** Told, in a sentence, what is to be done by whoever watches. */
  say(message: string): void;
}

/**
 * Watches what files for pages are made from. Pages themselves are Framework's matter.
 *
 * @param root the repository's root
 * @returns a function that ends it
 */
export async function watchSources(root: string, { changed, say }: WatchEvents): Promise<() => void> {
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
      if (file === null || isNoSource(file)) return;
      if (means === 'a restart')
        return soon(means, () =>
          say(`${folder}/${file} has changed: stop the preview and start it again to see it`),
        );
      if (isLoader(file)) soon('new', sayWhatIsNew);
      soon(means, changed);
    }),
  );
  return () => {
    for (const timeout of pending.values()) clearTimeout(timeout);
    for (const watcher of watchers) watcher.close();
  };
}

/** Pages, of which no file is made, and what editors and we ourselves write beside a file for a moment. */
const isNoSource = (file: string) => /\.md$|~$|\.tmp$|\.sw\w$|(^|\/)\.|^\d+$/.test(file);

const isLoader = (file: string) => file.endsWith('.ipynb') || file.endsWith('.litmus');

async function loadersIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter(isLoader);
}
