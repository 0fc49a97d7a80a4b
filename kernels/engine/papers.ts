import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Definition } from '../../src/lib/experiment/experiment.js';
import type { Paper } from '../../src/lib/experiment/paper.js';
import { exists } from './exists.js';
import { unknownName } from './failure.js';
import { root } from './root.js';

/** Where each paper lives. */
export const papersFolder = path.join(root, 'data-loaders');

/** The slugs of the papers that have moved in: the folders of `data-loaders/` with a `paper.ts`. */
export async function paperSlugs(folder = papersFolder): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found = await Promise.all(
    entries.map(async ({ name }) => ((await exists(path.join(folder, name, 'paper.ts'))) ? [name] : [])),
  );
  return found.flat().sort();
}

/** A paper and the folder of its modules. */
export interface PlacedPaper extends Paper {
  readonly folder: string;
}

/** @throws {Failure} naming the nearest slug, where there is no such paper. */
export async function loadPaper(slug: string, folder = papersFolder): Promise<PlacedPaper> {
  const slugs = await paperSlugs(folder);
  if (!slugs.includes(slug)) throw unknownName('paper', slug, slugs);
  const file = path.join(folder, slug, 'paper.ts');
  const { paper } = (await import(pathToFileURL(file).href)) as { paper: Paper };
  return { ...paper, folder: path.dirname(file) };
}

/** The papers of these names; all of them where none is named. @throws {Failure} where there is no such paper. */
export async function loadPapers(
  slugs: readonly string[] = [],
  folder = papersFolder,
): Promise<PlacedPaper[]> {
  const wanted = slugs.length > 0 ? slugs : await paperSlugs(folder);
  return Promise.all(wanted.map((slug) => loadPaper(slug, folder)));
}

/** One of a paper's experiments, with its name and the file of its module. */
export interface NamedExperiment {
  readonly slug: string;
  readonly name: string;
  readonly file: string;
  readonly definition: Definition;
}

/** All experiments of a paper. */
export function experimentsOf({ slug, folder, experiments }: PlacedPaper): NamedExperiment[] {
  return Object.entries(experiments).map(([name, { definition }]) => ({
    slug,
    name,
    file: path.join(folder, `${name}.ts`),
    definition,
  }));
}

/** The experiment of a paper that fills a table. @throws {Failure} where none does. */
export function experimentOf(paper: PlacedPaper, table: string): NamedExperiment {
  const experiments = experimentsOf(paper);
  const found = experiments.find(({ definition }) => Object.hasOwn(definition.tables, table));
  if (found) return found;
  const tables = experiments.flatMap(({ definition }) => Object.keys(definition.tables));
  throw unknownName(`table of ${paper.slug}`, table, tables);
}
