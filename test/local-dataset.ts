import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TestContext } from 'vitest';
import type { ByteArray } from '../src/lib/datasets/array-dataset.js';
import { parseIdx } from '../src/lib/datasets/parse-idx.js';
import { registered } from '../src/lib/datasets/registered.js';

/** The CSV text of a real data set; skips the test, with the reason, where this machine has no copy of it. */
export function localDataset(name: string, context: TestContext): string {
  return localFile(name, context).toString('utf8');
}

/** As {@link localDataset}, of a data set that is an array. */
export function localArray(name: string, context: TestContext): ByteArray {
  return parseIdx(name, localFile(name, context));
}

function localFile(name: string, { skip }: TestContext): Buffer {
  const folder = process.env.LITMUS_DATASETS;
  if (!folder) return skip(`needs the data set ${name}: LITMUS_DATASETS names no folder`);
  const file = path.join(folder, `${registered.find((dataset) => dataset.name === name)!.file}.gz`);
  if (!existsSync(file))
    return skip(`needs the data set ${name}: LITMUS_DATASETS holds no ${path.basename(file)}`);
  return gunzipSync(readFileSync(file));
}
