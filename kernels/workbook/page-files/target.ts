import path from 'node:path';
import type { Profile } from '../../../src/lib/experiment/experiment.js';
import { exists } from '../../engine/exists.js';
import { isPartedKind, type PartedKind } from '../../engine/serve-parted.js';

/** A file that pages ask for and that is made here, by what it is made from. */
export type Target =
  | { readonly kind: 'table'; readonly slug: string; readonly table: string; readonly profile?: Profile }
  | { readonly kind: 'parted'; readonly slug: string; readonly file: PartedKind }
  | { readonly kind: 'notebook'; readonly notebook: string };

/**
 * What a file of the site is made from.
 *
 * @param root of the workbook
 * @param name of the file below it: `data/cs-ib/plane.quick.parquet`, `data/shelf/thumbnails.json`
 * @returns nothing where no loader of ours makes such a file
 */
export async function targetOf(root: string, name: string): Promise<Target | undefined> {
  const notebook = path.join(root, `${name}.ipynb`);
  if (await exists(notebook)) return { kind: 'notebook', notebook };
  const [, slug, table, profile, type] = pattern.exec(name) ?? [];
  if (type === undefined) return undefined;
  const isTable = type === 'parquet';
  if (isPartedKind(table) && profile === undefined && isTable === tables.has(table))
    return { kind: 'parted', slug, file: table };
  return isTable ? { kind: 'table', slug, table, profile: profile as Profile | undefined } : undefined;
}

/** Of the files that every paper has, those that are tables. */
const tables: ReadonlySet<PartedKind> = new Set<PartedKind>(['claims', 'false-alarms']);

const pattern = /^data\/([\w-]+)\/([\w-]+)(?:\.(quick|full))?\.(parquet|json)$/;
