import { readdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import { missingReason } from '../../src/lib/experiment/missing.js';

// Framework keeps what a loader wrote until the loader's own file is younger. The loader of our tables stands for all
// code and never changes itself; Litmus's own cache knows better, and is quick. A file is therefore given an old date,
// upon which Framework has it made again when a page asks for it; nothing is removed, since another preview may be
// about to send it.

const past = new Date(0);

/** Has every file made again that a loader wrote before. @param root of the workbook, `src` */
export async function renewAll(root: string): Promise<void> {
  const folder = path.join(outputs(root), 'data');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreAbsence);
  for (const entry of entries ?? [])
    if (entry.isFile())
      await utimes(path.join(entry.parentPath, entry.name), past, past).catch(ignoreAbsence);
}

/**
 * Has a file made again that could not be made when it was last asked for: what was missing then may be there now.
 *
 * @param pathname of the request, `/_file/data/…`
 */
export async function renewMissing(root: string, pathname: string): Promise<void> {
  const [, name] = /^\/_file(\/data\/.*)/.exec(decodeURI(pathname)) ?? [];
  if (name === undefined) return;
  const file = path.join(outputs(root), name);
  if (!file.startsWith(outputs(root))) return;
  // What cannot be read, Framework will answer for.
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes && missingReason(bytes) !== undefined) await utimes(file, past, past).catch(ignoreAbsence);
}

const outputs = (root: string) => path.join(root, '.observablehq', 'cache');

/** What another process has renamed meanwhile, or what was never made, needs no date. */
function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
