import path from 'node:path';
import type { Profile } from '../../../src/lib/experiment/experiment.js';
import { exists } from '../../engine/exists.js';
import { isPartedKind, type PartedKind, shelf } from '../../engine/serve-parted.js';
import { apiFiles } from '../api/api-files.js';

/** A file that pages ask for and that is made here, by what it is made from. */
export type Target =
  | { readonly kind: 'table'; readonly slug: string; readonly table: string; readonly profile?: Profile }
  | { readonly kind: 'parted'; readonly slug: string; readonly file: PartedKind }
  | { readonly kind: 'of claims'; readonly slug: string; readonly file: string }
  | { readonly kind: 'notebook'; readonly notebook: string };

/**
 * What a file of the site is made from. Tables have two addresses: one for pages, and one that stays, for programs.
 *
 * @param root of the workbook
 * @param name of the file below it: `data/cs-ib/plane.quick.parquet`, `api/claims.json`
 * @returns nothing where no loader of ours makes such a file
 */
export async function targetOf(root: string, name: string): Promise<Target | undefined> {
  const notebook = path.join(root, `${name}.ipynb`);
  if (await exists(notebook)) return { kind: 'notebook', notebook };
  const [, slug, file] = /^(?:data|api\/tables)\/([\w-]+)\/([\w.-]+)$/.exec(name) ?? [];
  if (slug === undefined)
    return name.startsWith('api/') ? ofClaims(shelf, name.slice('api/'.length)) : undefined;
  const [, table, profile, type] = /^([\w-]+)(?:\.(quick|full))?\.(\w+)$/.exec(file) ?? [];
  if (isPartedKind(table) && profile === undefined && type === partedTypes[table])
    return { kind: 'parted', slug, file: table };
  if (type === 'parquet') return { kind: 'table', slug, table, profile: profile as Profile | undefined };
  return ofClaims(slug, file);
}

/** The files that are made of claims; `made-of-claims.ts` makes them, and is loaded for that alone. */
const ofClaimsNames: readonly string[] = ['parts.json', 'search.json', ...apiFiles];

function ofClaims(slug: string, file: string): Target | undefined {
  return ofClaimsNames.includes(file) ? { kind: 'of claims', slug, file } : undefined;
}

const partedTypes: Readonly<Record<PartedKind, string>> = {
  claims: 'parquet',
  'false-alarms': 'parquet',
  prose: 'json',
  thumbnail: 'svg',
};
