import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Profile, profiles } from '../../../src/lib/experiment/experiment.js';
import { engineCode } from '../../engine/code.js';
import {
  experimentsOf,
  loadPaper,
  type NamedExperiment,
  papersFolder,
  paperSlugs,
} from '../../engine/papers.js';
import { root } from '../../engine/root.js';
import { keyOf } from '../../engine/run.js';
import type { Memo } from './memo.js';
import { readSourceGraph } from './source-graph.js';

/** What is known of a paper without loading it. */
export interface CatalogueEntry {
  readonly slug: string;
  readonly folder: string;
  /** Stands for all code behind its files: its own, what that reaches, and what makes files of it. */
  readonly code: string;
  /** Content keys of its tables, at each profile that they have. */
  readonly keys: TableKeys;
}

export type TableKeys = Readonly<Record<string, Readonly<Partial<Record<Profile, string>>>>>;

/** The papers, by slug. One that cannot be loaded, or has a run that cannot be read, is left out. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

/** What every file of a paper hangs on: what computes keys, judges and draws, and what the engine computes with. */
const shared = [
  'kernels/workbook/page-files/catalogue.ts',
  'kernels/engine/serve-parted.ts',
  ...Object.values(engineCode).flatMap(({ modules }) => modules),
].map((module) => path.join(root, module));

/**
 * Reads the papers and their content keys. Keys are computed anew where any module that the paper's definitions or runs
 * reach reads otherwise than when they were last computed; for all others it takes neither the paper's modules nor a
 * bundle of its code.
 *
 * @param folder of the papers
 */
export async function readCatalogue(memo: Memo, folder = papersFolder): Promise<Catalogue> {
  const slugs = await paperSlugs(folder);
  const modules = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, await modulesOf(path.join(folder, slug))] as const)),
  );
  const graph = await readSourceGraph([...modules.values(), shared].flat());
  const entries = await Promise.all(
    slugs.map(async (slug): Promise<CatalogueEntry | undefined> => {
      const code = graph.fingerprint([...modules.get(slug)!, ...shared]);
      const entry = { slug, folder: path.join(folder, slug), code };
      const known = await memo.get<TableKeys>(`keys/${slug}`, code);
      if (known) return { ...entry, keys: known };
      const keys = await computeKeys(slug, folder);
      if (!keys) return undefined;
      await memo.put(`keys/${slug}`, code, keys);
      return { ...entry, keys };
    }),
  );
  return new Map(entries.filter((entry) => entry !== undefined).map((entry) => [entry.slug, entry]));
}

/** What of a paper's folder is loaded by name: all else is imported by these. */
async function modulesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name === 'paper.ts' || name.endsWith('.run.ts'))
    .map((name) => path.join(folder, name));
}

/** The keys as the code gives them; nothing where it cannot be read, which whoever asks for a table is told. */
async function computeKeys(slug: string, folder: string): Promise<TableKeys | undefined> {
  try {
    const experiments = experimentsOf(await loadPaper(slug, folder));
    const keys = await Promise.all(experiments.map(keysOf));
    return Object.fromEntries(
      experiments.flatMap(({ definition }, index) =>
        Object.keys(definition.tables).map((table) => [table, keys[index]]),
      ),
    );
  } catch {
    return undefined;
  }
}

async function keysOf(experiment: NamedExperiment): Promise<Partial<Record<Profile, string>>> {
  const there = profiles.filter((profile) => experiment.definition.profiles[profile]);
  return Object.fromEntries(
    await Promise.all(there.map(async (profile) => [profile, await keyOf({ experiment, profile })] as const)),
  );
}
