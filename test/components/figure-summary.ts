import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../kernels/engine/root.js';
import { decodeRows } from '../../src/lib/experiment/rows.js';

/** The rows of a table as it was recorded, by the full run where there is one, as the paper's page shows them. */
export async function recordedRows<R>(slug: string, table: string): Promise<readonly R[]> {
  const folder = path.join(root, 'data-loaders', slug, 'recorded');
  const file = [`${table}.full.parquet`, `${table}.quick.parquet`]
    .map((name) => path.join(folder, name))
    .find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`${slug} has no recorded table ${table}: npx litmus run ${slug} --record`);
  const { rows } = await decodeRows(new Uint8Array(await readFile(file)).buffer);
  return rows as readonly R[];
}

/**
 * What is to be seen in a figure, in few lines: its texts, and of each mark how many elements it has, in which colours
 * and dashes, between which pixels, and where their middle is. A figure of other rows, scales or series reads
 * otherwise; one that is drawn by other code the same way reads the same.
 */
export function summary(figure: Node): string {
  const node = figure as Element;
  const roots = node.localName === 'svg' ? [node] : [...node.querySelectorAll('svg')];
  // A legend's swatches are pictures of their own: its words are enough.
  const legends = [...node.querySelectorAll('[class*=-swatches], [class*=-swatch]')]
    .filter((legend) => legend.parentElement?.closest('[class*=-swatch]') === null)
    .map(
      (legend) =>
        `legend: ${[...legend.querySelectorAll('[class*=-swatch]')].map(({ textContent }) => textContent).join(' | ')}`,
    );
  const plots = roots.filter((svg) => !svg.closest('[class*=-swatch]'));
  return [...legends, ...plots.flatMap(plotLines)].join('\n');
}

function plotLines(svg: Element): string[] {
  const marks = [...svg.querySelectorAll('[aria-label]')].filter(
    // The words of an axis tell its scale; its lines say no more.
    (mark) => mark.childElementCount > 0 && !/(-grid|axis tick)$/.test(mark.getAttribute('aria-label')!),
  );
  return [
    `plot ${svg.getAttribute('width')} × ${svg.getAttribute('height')}`,
    ...marks.map((mark) => `  ${markLine(mark)}`),
  ];
}

function markLine(mark: Element): string {
  const label = mark.getAttribute('aria-label')!;
  const leaves = [...mark.querySelectorAll('*')].filter(
    ({ localName, childElementCount }) =>
      childElementCount === 0 && !['title', 'tspan', 'style'].includes(localName),
  );
  const texts = leaves.filter(({ localName }) => localName === 'text').map(({ textContent }) => textContent);
  if (texts.length > 0) return `${label}: ${texts.join(' | ')}`;
  const own = [mark, ...mark.querySelectorAll('*')];
  const style = ['stroke', 'fill', 'stroke-dasharray'].flatMap((name) => {
    const values = [...new Set(own.map((element) => element.getAttribute(name)).filter(isColored))];
    return values.length === 0
      ? []
      : values.length > 4
        ? [`${values.length} values of ${name}`]
        : [`${name} ${values.join(' ')}`];
  });
  const points = leaves.flatMap(pointsOf);
  return [`${label} × ${leaves.length}`, ...style, span('x', points, 0), span('y', points, 1)].join(', ');
}

const isColored = (value: string | null) => value !== null && value !== 'none' && value !== 'currentColor';

/** `x 48…684 around 301`, in whole pixels. */
function span(name: string, points: readonly (readonly number[])[], axis: 0 | 1): string {
  const values = points.map((point) => point[axis]).filter(Number.isFinite);
  if (values.length === 0) return `no ${name}`;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return `${name} ${Math.round(Math.min(...values))}…${Math.round(Math.max(...values))} around ${Math.round(mean)}`;
}

/** Where an element is drawn: the place that it is moved to, its corners, or the points of its path. */
function pointsOf(element: Element): number[][] {
  const moved = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(element.getAttribute('transform') ?? '');
  if (moved) return [[Number(moved[1]), Number(moved[2])]];
  const value = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '');
  switch (element.localName) {
    case 'rect':
      return [
        [value('x'), value('y')],
        [value('x') + value('width'), value('y') + value('height')],
      ];
    case 'line':
      return [
        [value('x1'), value('y1')],
        [value('x2'), value('y2')],
      ];
    case 'circle':
      return [[value('cx'), value('cy')]];
    default: {
      const pairs = (element.getAttribute('d') ?? '').match(/[-\d.e]+,[-\d.e]+/g) ?? [];
      return pairs.map((pair) => pair.split(',').map(Number));
    }
  }
}
