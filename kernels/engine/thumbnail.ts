import { decodeRows } from '../../src/lib/experiment/rows.js';
import { Failure } from './failure.js';
import type { PartedFile } from './parted-file.js';
import { arrayBuffer } from './recorded.js';
import { serveTable } from './serve.js';

/** `thumbnail.svg`: the small picture of a paper's main figure, as an SVG file that stands alone. */
export const thumbnailFile: PartedFile<string> = {
  async part(paper, options) {
    if (!paper.thumbnail) return null;
    const { tables, draw } = await paper.thumbnail();
    const read = tables.map(async (name) => {
      const { rows } = await decodeRows(arrayBuffer(await serveTable(paper, name, options)));
      return [name, rows] as const;
    });
    // Loaded where something is drawn alone: it takes longer than all else here.
    const { JSDOM } = await import('jsdom');
    const { document } = new JSDOM('').window;
    const picture = draw(Object.fromEntries(await Promise.all(read)), document);
    picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    return picture.outerHTML;
  },
  whole(pictures) {
    if (pictures.length !== 1) throw new Failure('a picture is of one paper: name it (--paper)', 2);
    return Buffer.from(pictures[0]);
  },
};
