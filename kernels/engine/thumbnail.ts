import { decodeRows } from '../../src/lib/experiment/rows.js';
import type { PartedFile } from './parted-file.js';
import { arrayBuffer } from './recorded.js';
import { serveTable } from './serve.js';

/** The small picture of a paper's main figure. */
interface Picture {
  readonly slug: string;
  /** An SVG file that stands alone. */
  readonly svg: string;
}

/** `thumbnails.json`: the pictures as SVG files, by slug. Where one cannot be drawn, a picture says why. */
export const thumbnailsFile: PartedFile<Picture> = {
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
    return { slug: paper.slug, svg: picture.outerHTML };
  },
  whole(parts, missing) {
    const drawn = parts.map(({ slug, svg }) => [slug, svg]);
    const absent = missing.map(({ paper, reason }) => [paper, absentPicture(reason)]);
    return Buffer.from(JSON.stringify(Object.fromEntries([...drawn, ...absent])));
  },
};

/** Stands in the place of a picture, and says why to whoever points at it or listens. */
function absentPicture(reason: string): string {
  const text = reason.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" role="img">' +
    `<title>No picture: ${text}</title>` +
    '<text x="160" y="94" text-anchor="middle" font-size="16" fill="gray">no picture: its data are missing</text></svg>'
  );
}
