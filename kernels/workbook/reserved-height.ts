import { readFileSync } from 'node:fs';
import type { MarkdownIt } from './formulas.js';

/** Pixels that a cell takes once it is complete, in a wide window (of 1280 px) and on a phone (of 390 px). */
export type Heights = readonly [wide: number, narrow: number];

/** Heights by page (`/papers/cs-ib`) and by place (`figure-errors`), as they were measured. */
export type MeasuredHeights = Readonly<Record<string, Readonly<Record<string, Heights>>>>;

/** Of a figure that was not measured yet. */
const usual: Heights = [680, 780];

/** Where `npm run heights` writes what it measured, seen from the root. */
export const heightsFile = 'src/heights.json';

/**
 * Gives every cell of a page that displays something a name, and keeps as much room for it as it will take, so that the
 * text below stays where it is while tables arrive. The room is given up as soon as the cell has displayed something.
 * Before a figure stands the place that links to it name, so that they lead there before it is drawn.
 */
export function reserveHeights(md: MarkdownIt, measured = readHeights()): MarkdownIt {
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.fence = (...args) => {
    const html = fence(...args);
    const [tokens, index, , env] = args;
    const place = placeOf(tokens[index].content);
    if (place === undefined) return html;
    const { path } = env as { readonly path: string };
    const heights = measured[path]?.[place] ?? (place.startsWith('figure-') ? usual : undefined);
    const style = heights ? ` style="--wide: ${heights[0]}px; --narrow: ${heights[1]}px"` : '';
    const anchor = place.startsWith('figure-') ? `<a name="${place}"></a>` : '';
    return html.replace(
      /^<div class="observablehq observablehq--block"/,
      (start) => `${anchor}${start} data-place="${place}"${style}`,
    );
  };
  return md;
}

/** What a cell's place on the page is called: `figure-errors`, or the name of what it displays, `page.table`. */
export function placeOf(code: string): string | undefined {
  const id = /\bfigure(?:Frame)?\(\{\s*id: '([\w-]+)'/.exec(code)?.[1];
  if (id !== undefined) return `figure-${id}`;
  return /\bdisplay\(([\w.]+)/.exec(code)?.[1];
}

function readHeights(): MeasuredHeights {
  return JSON.parse(readFileSync(heightsFile, 'utf8')) as MeasuredHeights;
}
