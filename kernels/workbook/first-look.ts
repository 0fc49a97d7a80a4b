import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIfThere } from '../engine/cache.js';

/** What the index shows in a checkout in which nothing has been judged yet; `npm run first-look` writes it. */
export const firstLook = fileURLToPath(new URL('first-look', import.meta.url));

/**
 * Puts what the index shows first in its place in Framework's cache, where nothing lies there yet: whoever has just
 * cloned the repository sees verdicts and pictures as they were when it was written, until all claims have been judged.
 *
 * @param cache Framework's
 * @param from the folder in which it is kept
 * @returns the names of the files that are still those of the repository: `data/shelf/parts.json`
 */
export async function placeFirstLook(cache: string, from = firstLook): Promise<ReadonlySet<string>> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const placed = await Promise.all(
    files.map(async (file) => {
      const name = path.relative(from, file);
      const place = path.join(cache, name);
      const there = await readIfThere(place);
      if (there) return (await readFile(file)).equals(there) ? [name] : [];
      await mkdir(path.dirname(place), { recursive: true });
      await copyFile(file, place);
      return [name];
    }),
  );
  return new Set(placed.flat().map((name) => name.split(path.sep).join('/')));
}
