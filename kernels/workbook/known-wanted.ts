import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../engine/checksum.js';
import { stableJson } from '../engine/key.js';
import { memoIn } from './page-files/memo.js';
import { findPages, type Wanted, wantedPackages } from './wanted.js';

/**
 * What the pages import, as {@link wantedPackages} finds it: as it was found when their files, and all modules beside
 * them, had the sizes and dates that they have now.
 *
 * @param root of the workbook
 * @param cache Framework's
 */
export async function knownWanted(root: string, cache: string): Promise<Wanted> {
  const memo = memoIn(path.join(cache, 'litmus'));
  const key = await stateOf(root);
  const known = await memo.get<Wanted>('wanted', key);
  if (known) return known;
  const wanted = await wantedPackages(root, await findPages(root));
  await memo.put('wanted', key, wanted);
  return wanted;
}

/** What finds it. */
const finders = ['./wanted.ts', './cells.ts'];

/** Stands for the state of all pages and modules below a folder. */
async function stateOf(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:md|[jt]sx?)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(root, file).startsWith('.observablehq'));
  const states = files.sort().map(async (file) => {
    const { size, mtimeMs, ino } = await stat(file);
    return [path.relative(root, file), size, mtimeMs, ino] as const;
  });
  const code = finders.map(async (name) =>
    sha256(await readFile(fileURLToPath(new URL(name, import.meta.url)))),
  );
  return sha256(stableJson({ states: await Promise.all(states), code: await Promise.all(code) }));
}
