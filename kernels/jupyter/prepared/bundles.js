// Where the kernel's bundles lie, and whether they are those of the code as it stands.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const kernelFolder = fileURLToPath(new URL('..', import.meta.url));
export const root = path.join(kernelFolder, '../..');

/** The modules that are bundled, as paths below the kernel's folder, without extension. */
export const entries = ['launch', 'cells/thread', 'language/thread'];

export const bundleName = (entry) => `${entry.replaceAll('/', '-')}.cjs`;

/**
 * Folders for bundles, the better one first: beside the packages, where whoever installs can prepare them for all
 * users; the user's own cache, where that cannot be written.
 */
export async function places() {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return [path.join(root, 'node_modules/.cache/litmus-kernel'), path.join(await userCache(), 'kernel', key)];
}

/** As `cacheFolder` of the engine, which is TypeScript. */
async function userCache() {
  if (process.env.LITMUS_CACHE) return process.env.LITMUS_CACHE;
  const { default: envPaths } = await import('env-paths');
  return envPaths('litmus', { suffix: '' }).cache;
}

/** The index of a place: `[file, bytes, milliseconds]` of all that its bundles were made of, and their folder. */
export const indexOf = (place) => path.join(place, 'index.json');

/** The folder of bundles that were made of the code as it stands; nothing where there are none. */
export async function findBundles() {
  for (const place of await places()) {
    const folder = current(place);
    if (folder) return folder;
  }
  return undefined;
}

function current(place) {
  try {
    const { folder, inputs } = JSON.parse(readFileSync(indexOf(place), 'utf8'));
    const files = path.join(place, folder);
    for (const entry of entries) statSync(path.join(files, bundleName(entry)));
    return inputs.every(unchanged) ? files : undefined;
  } catch {
    return undefined;
  }
}

function unchanged([file, bytes, time]) {
  const { size, mtimeMs } = statSync(file);
  return size === bytes && mtimeMs === time;
}

/** Where V8's compiled code of a bundle is kept: of each version of Node its own. */
export function codeFile(folder, entry, use) {
  return path.join(folder, `${bundleName(entry)}.${use}.${process.version}-${process.arch}.v8`);
}

/** All of it or nothing, whoever else writes the same. */
export function writeWhole(file, content) {
  const temporary = `${file}.${process.pid}-${Date.now()}`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
