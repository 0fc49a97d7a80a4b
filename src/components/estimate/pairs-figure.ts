import * as Plot from '@observablehq/plot';
import { max } from 'd3-array';
import type { PairFound } from '../../lib/estimation/all-pairs.js';
import { informationText } from '../../lib/estimation/words.js';
import { decimals } from '../../lib/text/number.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { rampLegend, sequential } from '../ramp.js';
import { labelRoom, shortLabel } from './label-counts.js';
import { rowsOfPairs } from './pairs-table.js';

/** Pixels below which a cell is too narrow for its number. */
const legible = 44;

/** Below this a pair, adjusted for the number of pairs, counts as dependent. */
const level = 0.05;

/**
 * Every two columns as a matrix of their information; a star where it is no chance, adjusted for the number of pairs.
 *
 * @param choose is told which pair was clicked
 */
export function pairsFigure(
  pairs: readonly PairFound[],
  choose: (pair: PairFound) => void,
  width: number,
): Drawing {
  const names = [...new Set(pairs.flatMap(({ x, y }) => [x, y]))];
  const natsOf = ({ analysis }: PairFound) => (analysis === null ? null : Math.max(0, analysis.best.nats));
  const cells = pairs.flatMap((pair) => [
    { x: pair.x, y: pair.y, nats: natsOf(pair), pair },
    { x: pair.y, y: pair.x, nats: natsOf(pair), pair },
  ]);
  const most = Math.max(0.1, max(cells, ({ nats }) => nats ?? 0) ?? 0);
  const marginLeft = labelRoom(names);
  const side = Math.min(72, (width - marginLeft - 20) / names.length);
  const axis = { domain: names, tickFormat: shortLabel, tickSize: 0, label: null };
  const told = ({ nats, pair }: (typeof cells)[number]) =>
    nats === null ? '×' : `${decimals(nats, 2)}${isDependent(pair) ? '*' : ''}`;
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft,
    marginTop: 12,
    marginBottom: 100,
    width: marginLeft + 20 + side * names.length,
    height: 12 + Math.min(side, 48) * names.length + 100,
    padding: 0.04,
    x: { ...axis, tickRotate: -60 },
    y: axis,
    color: { type: 'sqrt', domain: [0, most], interpolate: sequential },
    marks: [
      Plot.cell(cells, {
        x: 'x',
        y: 'y',
        fill: ({ nats }: (typeof cells)[number]) => nats,
        title: ({ x, y, pair }: (typeof cells)[number]) => `${x} and ${y}: ${inWords(pair)}`,
      }),
      Plot.text(cells, {
        x: 'x',
        y: 'y',
        text: side < legible ? (cell: (typeof cells)[number]) => (isDependent(cell.pair) ? '*' : '') : told,
        pointerEvents: 'none',
        fill: ({ nats }: (typeof cells)[number]) =>
          Math.sqrt((nats ?? 0) / most) > 0.35 ? 'var(--ground)' : 'var(--ink)',
      }),
    ],
  });
  for (const [at, cell] of [...plot.querySelectorAll('[aria-label=cell] rect')].entries())
    cell.addEventListener('click', () => choose(cells[at].pair));
  return {
    plot: element(
      'div',
      {},
      rampLegend({
        ...{ label: 'Information (nats, square-root scale)', type: 'sqrt', domain: [0, most] as const },
        ...{ interpolate: sequential, ticks: 4 },
      }),
      plot,
    ),
    title: `${pairs.length} pairs, ${verdict(pairs)}.`,
    alternative: `A matrix of ${pairs.length} pairs of columns, the darker the more they tell about each other; the table below has the numbers.`,
    rows: rowsOfPairs(pairs),
  };
}

/** How many pairs are dependent; that is not known where none was tested. */
function verdict(pairs: readonly PairFound[]): string {
  if (pairs.every(({ adjusted }) => adjusted === null)) return 'not tested';
  return `${pairs.filter(isDependent).length} of them dependent`;
}

const isDependent = ({ adjusted }: PairFound): boolean => adjusted !== null && adjusted <= level;

const inWords = ({ analysis, refusal }: PairFound) =>
  analysis === null ? `refused: ${refusal}` : `${informationText(analysis.best.nats)} nats`;
