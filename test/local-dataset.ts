import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TestContext } from 'vitest';
import { findDataset } from '../src/lib/datasets/registry.js';

/** The CSV text of a real data set; skips the test, with the reason, where this machine has no copy of it. */
export function localDataset(name: string, { skip }: TestContext): string {
  const folder = process.env.LITMUS_DATASETS;
  if (!folder) return skip(`needs the data set ${name}: LITMUS_DATASETS names no folder`);
  const file = path.join(folder, `${findDataset(name).file}.gz`);
  if (!existsSync(file))
    return skip(`needs the data set ${name}: LITMUS_DATASETS holds no ${path.basename(file)}`);
  return gunzipSync(readFileSync(file)).toString('utf8');
}
