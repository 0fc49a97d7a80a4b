import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Keeps what was computed, with the key of all that it was computed from, until another key is asked for. */
export interface Memo {
  get<T>(name: string, key: string): Promise<T | undefined>;
  put(name: string, key: string, value: unknown): Promise<void>;
}

/** A memo in files of a folder, each of which can be lost or damaged without harm. */
export function memoIn(folder: string): Memo {
  const fileOf = (name: string) => path.join(folder, `${name}.json`);
  return {
    async get<T>(name: string, key: string) {
      const text = await readFile(fileOf(name), 'utf8').catch(() => undefined);
      try {
        const found = JSON.parse(text ?? '{}') as { readonly key?: string; readonly value?: T };
        return found.key === key ? found.value : undefined;
      } catch {
        return undefined;
      }
    },
    put: (name, key, value) => placeFile(fileOf(name), JSON.stringify({ key, value })),
  };
}

let count = 0;

/**
 * Puts a file in its place at once, so that nobody reads a part of it. It need not outlast a power failure: whoever wrote
 * it compares it with what it should be, and can make it again.
 */
export async function placeFile(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}-${count++}.tmp`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, file);
}
