import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { profiles } from '../../src/lib/experiment/experiment.js';
import { cacheFolder } from './cache.js';
import { experimentsOf, loadPapers } from './papers.js';
import { keyOf } from './run.js';

/** What lies in the cache of results. */
export interface CacheContents {
  readonly folder: string;
  /** Results that today's code would be served, and the bytes of their files. */
  readonly current: { readonly results: number; readonly bytes: number };
  /** All others: of older code, of other seeds or parameters; their folders. */
  readonly others: { readonly results: number; readonly bytes: number; readonly folders: readonly string[] };
}

/**
 * Looks through the cache of results. A result is a folder that is named by its key; a lock beside it is none.
 *
 * @param current keys of the results that would be served; of all papers and profiles where omitted
 */
export async function cacheContents(
  folder = path.join(cacheFolder(), 'results'),
  current?: ReadonlySet<string>,
): Promise<CacheContents> {
  const keys = current ?? (await currentKeys());
  const names = (await readdir(folder, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{64}$/.test(entry.name))
    .map(({ name }) => name);
  const sizes = await Promise.all(names.map((name) => bytesBelow(path.join(folder, name))));
  const count = (kept: (name: string) => boolean) => ({
    results: names.filter(kept).length,
    bytes: sizes.reduce((sum, bytes, index) => sum + (kept(names[index]) ? bytes : 0), 0),
  });
  const isOther = (name: string) => !keys.has(name);
  return {
    folder,
    current: count((name) => keys.has(name)),
    others: { ...count(isOther), folders: names.filter(isOther).map((name) => path.join(folder, name)) },
  };
}

/** Removes the results that today's code would not be served. */
export async function cleanCache({ others }: CacheContents): Promise<void> {
  await Promise.all(others.folders.map((folder) => rm(folder, { recursive: true, force: true })));
}

async function currentKeys(): Promise<ReadonlySet<string>> {
  const papers = await loadPapers();
  const keys = papers
    .flatMap(experimentsOf)
    .flatMap((experiment) =>
      profiles
        .filter((profile) => experiment.definition.profiles[profile])
        .map((profile) => keyOf({ experiment, profile })),
    );
  return new Set(await Promise.all(keys));
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) =>
      stat(path.join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
