import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { decompress } from 'wawoff2';
import { type Verdict, verdicts } from '../../../src/lib/claims/verdict.js';
import { escapeMarkup } from './escape-markup.js';
import { cardSize } from './metadata.js';
import { verdictColors } from './verdict-colors.js';

/** What a card says. */
export interface Card {
  readonly title: string;
  /** What was found, or what the site is. */
  readonly text: string;
  /** The small picture of a paper, as an SVG that stands alone. */
  readonly picture?: string;
  readonly counts: Readonly<Record<Verdict, number>>;
}

const require = createRequire(import.meta.url);
const margin = 64;
/** From line to line, as a multiple of the size. */
const leading = 1.28;
/** Left of the picture. */
const column = 640;

/** The card as SVG: title and finding, the picture beside them, the verdicts below. */
export function cardSvg({ title, text, picture, counts }: Card): string {
  const width = picture === undefined ? cardSize.width - 2 * margin : column;
  // A letter of the serif is about half as wide as it is high, in a title with its capitals a little more.
  const heading = title.length > 60 ? 36 : title.length > 35 ? 42 : 50;
  const headingLines = wrap(title, width / (0.53 * heading));
  const textLines = wrap(text, width / (0.5 * 26));
  const top = 144;
  const middle = top + headingLines.length * heading * leading + 16;
  const block = (lines: readonly string[], y: number, size: number, fill: string) =>
    lines
      .map((line, index) => label(line, { x: margin, y: y + index * size * leading, size, fill }))
      .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="#fffefb"/>`,
    label('Litmus', { x: margin, y: 84, size: 27, fill: '#5c5952' }),
    block(headingLines, top, heading, '#1d1c1a'),
    block(textLines, middle, 26, '#3d3b37'),
    picture === undefined
      ? ''
      : `<image x="${margin + column + 40}" y="${top - heading}" width="392" height="245" href="data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}"/>`,
    bar(counts),
    '</svg>',
  ].join('\n');
}

function label(
  text: string,
  {
    x,
    y,
    size,
    fill,
  }: { readonly x: number; readonly y: number; readonly size: number; readonly fill: string },
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${escapeMarkup(text)}</text>`;
}

/** Verdicts as parts of a line as long as their counts, with the counts in words below. */
function bar(counts: Readonly<Record<Verdict, number>>): string {
  const present = verdicts.filter((verdict) => counts[verdict] > 0);
  const total = present.reduce((sum, verdict) => sum + counts[verdict], 0);
  const width = cardSize.width - 2 * margin - 4 * (present.length - 1);
  let x = margin;
  let at = margin;
  return present
    .map((verdict) => {
      const length = (width * counts[verdict]) / total;
      const words = `${counts[verdict]} ${verdict}`;
      const part =
        `<rect x="${x}" y="524" width="${length}" height="14" fill="${verdictColors[verdict]}"/>` +
        label(words, { x: at, y: 578, size: 25, fill: verdictColors[verdict] });
      x += length + 4;
      at += words.length * 12.5 + 32;
      return part;
    })
    .join('\n');
}

/** Lines of at most so many letters, broken between words. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

let fonts: Promise<readonly Uint8Array[]> | undefined;

/** The serif of the pages, which the drawing library reads uncompressed, and Greek letters, which it lacks. */
async function loadFonts(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const serif =
    require.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2');
  const greek = require.resolve('katex/dist/fonts/KaTeX_Math-Italic.ttf');
  return [await decompress(await readFile(serif)), await readFile(greek)];
}

/** The card as a picture in PNG, which those who show links can draw. */
export async function cardPng(card: Card): Promise<Uint8Array> {
  fonts ??= loadFonts();
  const fontBuffers = [...(await fonts)];
  const drawing = new Resvg(cardSvg(card), {
    font: { fontBuffers, defaultFontFamily: 'Source Serif 4 Variable' },
  });
  try {
    return drawing.render().asPng();
  } finally {
    drawing.free();
  }
}
