import { JSDOM } from 'jsdom';
import { decodeTable } from '../../src/lib/experiment/table.js';
import { Failure } from './failure.js';
import type { PlacedPaper } from './papers.js';
import { arrayBuffer } from './recorded.js';
import { serveTable, type ServeOptions } from './serve.js';

/** The small picture of a paper's main figure, as an SVG file that stands alone. @throws {Failure} where it has none. */
export async function serveThumbnail(paper: PlacedPaper, options: ServeOptions = {}): Promise<string> {
  if (!paper.thumbnail) throw new Failure(`${paper.slug} has no thumbnail: it is not on the shelf`, 2);
  const { tables, draw } = await paper.thumbnail();
  const read = tables.map(async (name) => {
    const { table } = await decodeTable(arrayBuffer(await serveTable(paper, name, options)));
    return [name, table] as const;
  });
  const { document } = new JSDOM('').window;
  const picture = draw(Object.fromEntries(await Promise.all(read)), document);
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${picture.outerHTML}\n`;
}
