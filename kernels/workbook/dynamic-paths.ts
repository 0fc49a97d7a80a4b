import { loadPapers } from '../engine/papers.js';
import { shelf } from '../engine/serve-parted.js';
import { apiFiles, tablesByPaper } from './api/api-files.js';

/**
 * What Framework makes of the site that no page and no file stands for: the files for programs, and the page of one claim,
 * after which those of all claims are made.
 */
export async function* dynamicPaths(): AsyncGenerator<string> {
  const claims = await claimPaths();
  if (claims.length > 0) yield claims[0];
  for (const file of apiFiles) yield `/api/${file}`;
  for (const whose of [shelf, ...new Set(claims.map(paperIn))]) yield `/api/tables/${whose}/claims.parquet`;
  for (const [paper, tables] of await tablesByPaper())
    for (const table of tables) yield `/api/tables/${paper}/${table}.parquet`;
}

/** The paper in the address of a claim's page. */
const paperIn = (address: string) => address.split('/')[2];

/** The addresses of the pages of claims, below the root of the site. */
export async function claimPaths(): Promise<string[]> {
  const papers = await loadPapers();
  const found = papers.map(async ({ slug, claims }) =>
    ((await claims?.())?.claims ?? []).map(({ id }) => `/claims/${slug}/${id}`),
  );
  return (await Promise.all(found)).flat();
}
