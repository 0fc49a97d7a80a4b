import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { levels, type MapRow } from './rows.js';

/** How many times as many iterations EM takes as E3M, by ratio and distance of the two components. */
export function mixtureMapFigure(
  rows: readonly MapRow[],
  { width }: { width: number },
): SVGElement | HTMLElement {
  const narrow = width < 520;
  const every = <T>(values: readonly T[], most: number) =>
    values.filter((_, i) => i % Math.ceil(values.length / most) === 0);
  const [distances, ratios] = [levels(rows, ({ distance }) => distance), levels(rows, ({ p }) => p)];
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(460, 180 + width * 0.35),
    x: { type: 'band', label: 'Distance of the means (standard deviations) →', ticks: every(distances, narrow ? 6 : 13), padding: 0.03 },
    y: { type: 'band', label: '↑ Share p of the rarer component', labelAnchor: 'top', reverse: true, ticks: ratios.filter((p) => ratios.length < 10 || Number.isInteger(Math.round(p * 400) / 40)), padding: 0.03 },
    color: { type: 'diverging-log', scheme: 'PuOr', pivot: 1, symmetric: true, domain: [1 / 8, 8], clamp: true, legend: true, label: 'iterations of EM ÷ iterations of E3M', ticks: [0.25, 0.5, 1, 2, 4, 8], tickFormat: '~g', },
    marks: [
      Plot.cell(rows, {
        x: 'distance', y: 'p', fill: (row: MapRow) => row.EM / row.E3M,
        channels: { EM: 'EM', E3M: 'E3M' },
        tip: { format: { fill: '.2f' } },
      }),
    ],
  }); // prettier-ignore
}
