import { loadPapers } from '../engine/papers.js';
import { shelf } from '../engine/serve-parted.js';
import { apiFiles, tablesByPaper } from './api/api-files.js';

/**
 * What Framework makes of the site that no page and no file stands for: the files for programs, and the page of one claim,
 * after which those of all claims are made.
 */
export async function* dynamicPaths(): AsyncGenerator<string> {
  const claims = await claimsByPaper();
  const [first] = pathsOf(claims);
  if (first !== undefined) yield first;
  for (const file of apiFiles) yield `/api/${file}`;
  for (const whose of [shelf, ...claims.keys()]) yield `/api/tables/${whose}/claims.parquet`;
  for (const [paper, tables] of await tablesByPaper())
    for (const table of tables) yield `/api/tables/${paper}/${table}.parquet`;
}

/** The addresses of the pages of claims, below the root of the site. */
export const claimPaths = async (): Promise<string[]> => pathsOf(await claimsByPaper());

/** Names of claims, by the slugs of the papers that have any. */
type ClaimsByPaper = ReadonlyMap<string, readonly string[]>;

const pathsOf = (claims: ClaimsByPaper) =>
  [...claims].flatMap(([slug, ids]) => ids.map((id) => `/claims/${slug}/${id}`));

async function claimsByPaper(): Promise<ClaimsByPaper> {
  const papers = await loadPapers();
  const found = papers.map(async ({ slug, claims }) => {
    const ids = ((await claims?.())?.claims ?? []).map(({ id }) => id);
    return [slug, ids] as const;
  });
  return new Map((await Promise.all(found)).filter(([, ids]) => ids.length > 0));
}
