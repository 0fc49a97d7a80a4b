import type { ClaimRow } from '../../../src/components/claim-row.js';
import { tablesReadBy } from '../../../src/lib/claims/claim.js';
import { shelf as shelfPapers } from '../../../src/lib/shelf/shelf.js';
import { experimentsOf, loadPapers } from '../../engine/papers.js';
import { claimsJson } from './claims-json.js';
import { claimsSchema, papersSchema } from './json-schema.js';
import { papersJson } from './papers-json.js';

/** The files for programs, below `api/`. */
export const apiFiles = ['papers.json', 'papers.schema.json', 'claims.json', 'claims.schema.json'] as const;
export type ApiFile = (typeof apiFiles)[number];

/** One of the files for programs, as JSON. @param rows of the `claims.parquet` of all papers */
export async function apiFile(file: ApiFile, rows: readonly ClaimRow[]): Promise<string> {
  return `${JSON.stringify(await contentOf(file, rows), null, 1)}\n`;
}

async function contentOf(file: ApiFile, rows: readonly ClaimRow[]): Promise<unknown> {
  switch (file) {
    case 'papers.schema.json':
      return papersSchema;
    case 'claims.schema.json':
      return claimsSchema;
    case 'papers.json':
      return papersJson(shelfPapers, rows, await tablesByPaper());
    case 'claims.json':
      return claimsJson(rows, shelfPapers, await tablesByClaim());
  }
}

/** The tables that a paper's experiments fill. */
export async function tablesByPaper(): Promise<ReadonlyMap<string, readonly string[]>> {
  const papers = await loadPapers();
  return new Map(
    papers.map((paper) => [
      paper.slug,
      experimentsOf(paper).flatMap(({ definition }) => Object.keys(definition.tables)),
    ]),
  );
}

async function tablesByClaim(): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, readonly string[]>();
  for (const paper of await loadPapers())
    for (const claim of (await paper.claims?.())?.claims ?? [])
      tables.set(`${paper.slug}/${claim.id}`, tablesReadBy(claim));
  return tables;
}
