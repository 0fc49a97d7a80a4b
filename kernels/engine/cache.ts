import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import envPaths from 'env-paths';
import type { Row } from '../../src/lib/experiment/column.js';
import { takeLock } from './take-lock.js';
import { writeWholeFile } from './whole-file.js';

/** Rows of one part, by table. */
export type PartRows = Readonly<Record<string, readonly Row[]>>;

/** A part that was computed, with the seconds it took and what computed it. */
export interface PartResult {
  readonly rows: PartRows;
  readonly duration: number;
  readonly backend: string;
  readonly device: string;
  /** Versions of Node and of the packages that computed. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The per-user folder of everything that can be made again; `LITMUS_CACHE` moves it. */
export function cacheFolder(): string {
  return process.env.LITMUS_CACHE || envPaths('litmus', { suffix: '' }).cache;
}

/**
 * Results by content key. Each file is written to a temporary name and renamed, so a killed process leaves
 * whole files or none; parts of an unfinished run stay, and the next run of the same key goes on from them.
 */
export function resultCache(folder = path.join(cacheFolder(), 'results')) {
  const of = (key: string, ...names: string[]) => path.join(folder, key, ...names);
  return {
    async table(key: string, table: string): Promise<Uint8Array | undefined> {
      return readIfThere(of(key, `${table}.parquet`));
    },
    async putTables(key: string, tables: Readonly<Record<string, Uint8Array>>): Promise<void> {
      await mkdir(of(key), { recursive: true });
      for (const [table, bytes] of Object.entries(tables))
        await writeWholeFile(of(key, `${table}.parquet`), bytes);
      await rm(of(key, 'parts'), { recursive: true, force: true });
    },
    async part(key: string, part: string): Promise<PartResult | undefined> {
      const bytes = await readIfThere(of(key, 'parts', `${part}.json`));
      return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as PartResult);
    },
    async putPart(key: string, part: string, result: PartResult): Promise<void> {
      await mkdir(of(key, 'parts'), { recursive: true });
      await writeWholeFile(of(key, 'parts', `${part}.json`), JSON.stringify(result));
    },
    async forget(key: string): Promise<void> {
      const names = await readdir(of(key)).catch(() => []);
      await Promise.all(names.map((name) => rm(of(key, name), { recursive: true, force: true })));
    },
    /**
     * Runs `work` while no other process works on the same key; waits for one that does. Where a lock is lost to
     * another process all the same, a part is run twice at worst.
     */
    async exclusive<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      await mkdir(of(key), { recursive: true });
      const release = await takeLock(path.join(folder, `${key}.lock`), signal);
      try {
        return await work();
      } finally {
        await release();
      }
    },
  };
}

export type ResultCache = ReturnType<typeof resultCache>;

/** The bytes of a file, or `undefined` where there is none. */
export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? readFile(file) : undefined;
}
