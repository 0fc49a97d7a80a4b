import { JSDOM } from 'jsdom';
import { decodeRows } from '../../src/lib/experiment/rows.js';
import { shelf } from './claims-table.js';
import { Failure } from './failure.js';
import { loadPapers, type PlacedPaper } from './papers.js';
import { arrayBuffer } from './recorded.js';
import { type ServeOptions, serveTable } from './serve.js';

/**
 * The small pictures of papers' main figures, as SVG files that stand alone, by slug: of one paper, or of all that are
 * on the shelf (`shelf`).
 *
 * @throws {Failure} where a paper of its own has none.
 */
export async function serveThumbnails(
  slug: string,
  options: ServeOptions = {},
): Promise<Record<string, string>> {
  const papers = await loadPapers(slug === shelf ? [] : [slug]);
  const placed = slug === shelf ? papers.filter(({ thumbnail }) => thumbnail) : papers;
  const pictures: Record<string, string> = {};
  // One after the other: each may have to compute a table.
  for (const paper of placed) pictures[paper.slug] = await thumbnail(paper, options);
  return pictures;
}

async function thumbnail(paper: PlacedPaper, options: ServeOptions): Promise<string> {
  if (!paper.thumbnail) throw new Failure(`${paper.slug} has no thumbnail: it is not on the shelf`, 2);
  const { tables, draw } = await paper.thumbnail();
  const read = tables.map(async (name) => {
    const { rows } = await decodeRows(arrayBuffer(await serveTable(paper, name, options)));
    return [name, rows] as const;
  });
  const { document } = new JSDOM('').window;
  const picture = draw(Object.fromEntries(await Promise.all(read)), document);
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return picture.outerHTML;
}
