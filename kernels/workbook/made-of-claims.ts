import { apiFile, apiFiles } from './api/api-files.js';
import type { JudgedClaims } from './judged-claims.js';
import { partsOf } from './parts/parts-of.js';
import { searchIndex } from './parts/search-index.js';

/** Makes a file of the claims of a paper, or of those of all papers. */
type MadeOfClaims = (slug: string, claims: JudgedClaims) => Promise<string>;

/** The files of the site that are made of `claims.parquet`, of a paper or of all of them, by name. */
export const madeOfClaims: ReadonlyMap<string, MadeOfClaims> = new Map<string, MadeOfClaims>([
  ['parts.json', async (slug, claims) => JSON.stringify(await partsOf(slug, claims))],
  ['search.json', (_, { rows }) => searchIndex(rows)],
  ...apiFiles.map((file) => [file, (_: string, { rows }: JudgedClaims) => apiFile(file, rows)] as const),
]);
