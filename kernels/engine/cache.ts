import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import envPaths from 'env-paths';
import type { Row } from '../../src/lib/experiment/column.js';
import { sha256 } from './checksum.js';
import { anotherCache, writing } from './disk-problem.js';
import { type LockHolder, waitingFor } from './lock-holder.js';
import { makeFolder } from './make-folder.js';
import type { TableStore } from './store.js';
import { takeLock } from './take-lock.js';
import { writeWholeFile } from './whole-file.js';

/** Rows of one part, by table. */
export type PartRows = Readonly<Record<string, readonly Row[]>>;

/** What is told as the backend where none computed. */
export const noBackend = 'none';

/** A part that was computed, with the seconds it took and what computed it. */
export interface PartResult {
  readonly rows: PartRows;
  readonly duration: number;
  /** {@link noBackend} where plain TypeScript computed. */
  readonly backend: string;
  readonly device: string;
  /** Versions of Node and of the packages that computed. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Which unfinished run a part belongs to: `first` is one for whose key nothing is stored, `again` one that computes
 * anew what is (`--fresh`). The second never touches what is stored until it is whole.
 */
export type Attempt = 'first' | 'again';

/** The per-user folder of everything that can be made again; `LITMUS_CACHE` moves it. */
export function cacheFolder(): string {
  return process.env.LITMUS_CACHE || envPaths('litmus', { suffix: '' }).cache;
}

const checksumsFile = 'checksums.json';

/**
 * Results by content key. Each file is written to a temporary name and renamed, so a killed process leaves whole files
 * or none; parts of an unfinished run stay, and the next run of the same key goes on from them. Whatever is read is
 * compared with the SHA-256 that was stored with it: a damaged file is set aside, told, and counts as absent.
 *
 * @param warn told, in a sentence, of each damaged file
 */
export function resultCache(
  folder = path.join(cacheFolder(), 'results'),
  warn: (message: string) => void = () => undefined,
) {
  const place = (key: string, ...names: string[]) => path.join(folder, key, ...names);
  const partFile = (key: string, part: string, attempt: Attempt) =>
    place(key, attempt === 'first' ? 'parts' : 'parts-again', `${part}.json`);
  const damaged = async (file: string): Promise<undefined> => {
    const aside = `${file}.damaged`;
    await rename(file, aside).catch(() => undefined);
    warn(`${file} is damaged (its checksum differs); it is set aside as ${aside} and computed again`);
  };

  return {
    async table(key: string, table: string): Promise<Uint8Array | undefined> {
      const file = place(key, `${table}.parquet`);
      const bytes = await readIfThere(file);
      if (!bytes) return undefined;
      const sums = await readIfThere(place(key, checksumsFile));
      if (!sums) return undefined;
      return checksumIn(sums, table) === sha256(bytes) ? bytes : damaged(file);
    },
    async putTables(key: string, tables: Readonly<Record<string, Uint8Array>>): Promise<void> {
      await writing(place(key), () => makeFolder(place(key)), anotherCache);
      for (const [table, bytes] of Object.entries(tables))
        await writeWholeFile(place(key, `${table}.parquet`), bytes);
      // Last: until it is there, none of the tables counts.
      const sums = Object.fromEntries(Object.entries(tables).map(([table, bytes]) => [table, sha256(bytes)]));
      await writeWholeFile(place(key, checksumsFile), JSON.stringify(sums));
      for (const parts of ['parts', 'parts-again'])
        await rm(place(key, parts), { recursive: true, force: true });
    },
    async part(key: string, part: string, attempt: Attempt = 'first'): Promise<PartResult | undefined> {
      const file = partFile(key, part, attempt);
      const bytes = await readIfThere(file);
      if (!bytes) return undefined;
      return parsePart(Buffer.from(bytes).toString('utf8')) ?? damaged(file);
    },
    async putPart(key: string, part: string, result: PartResult, attempt: Attempt = 'first'): Promise<void> {
      const file = partFile(key, part, attempt);
      await writing(file, () => makeFolder(path.dirname(file)), anotherCache);
      const text = JSON.stringify(result);
      await writeWholeFile(file, `${sha256(text)}\n${text}`);
    },
    async forget(key: string): Promise<void> {
      const names = await readdir(place(key)).catch(() => []);
      await Promise.all(names.map((name) => rm(place(key, name), { recursive: true, force: true })));
    },
    /**
     * Runs `work` while no other process works on the same key; waits for one that does. Where a lock is lost to
     * another process all the same, a part is run twice at worst.
     */
    async exclusive<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      await writing(place(key), () => makeFolder(place(key)), anotherCache);
      const lock = path.join(folder, `${key}.lock`);
      const waiting = (holder: LockHolder | undefined) =>
        warn(`${waitingFor(holder)}, which computes the same`);
      const release = await writing(lock, () => takeLock(lock, signal, { waiting }), anotherCache);
      try {
        return await work();
      } finally {
        await release();
      }
    },
  };
}

export type ResultCache = ReturnType<typeof resultCache>;

/** The cache as a store of finished tables. */
export function cacheStore(cache: ResultCache): TableStore {
  return { table: ({ key, table }) => cache.table(key, table) };
}

/** A part's file: the SHA-256 of the second line, then the result as JSON. */
function parsePart(text: string): PartResult | undefined {
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  return text.slice(0, end) === sha256(content) ? (JSON.parse(content) as PartResult) : undefined;
}

function checksumIn(sums: Uint8Array, table: string): string | undefined {
  try {
    return (JSON.parse(Buffer.from(sums).toString('utf8')) as Record<string, string>)[table];
  } catch {
    // Where the checksums themselves are damaged, no table of the key can be believed.
    return undefined;
  }
}

/** The bytes of a file, or `undefined` where there is none. */
export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? readFile(file) : undefined;
}
