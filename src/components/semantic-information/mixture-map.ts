import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { diverging, rampLegend } from '../ramp.js';

type MapRow = RowsOf<typeof tables>['mixture_map'][number];

/** Some of many values, evenly spaced. */
const every = <T>(values: readonly T[], most: number) =>
  values.filter((_, i) => i % Math.ceil(values.length / most) === 0);

/** How many times as many iterations EM takes as E3M, by ratio and distance of the two components. */
export function mixtureMap(rows: readonly MapRow[], width: number): HTMLElement {
  const distances = [...new Set(rows.map(({ distance }) => distance))];
  const ratios = [...new Set(rows.map(({ p }) => p))];
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(460, 180 + width * 0.35),
    x: {
      type: 'band',
      label: 'Distance of the means (standard deviations) →',
      ticks: every(distances, isNarrow(width) ? 6 : 13),
      padding: 0.03,
    },
    y: {
      type: 'band',
      label: '↑ Share p of the rarer component',
      labelAnchor: 'top',
      reverse: true,
      // Where there are many, those with one digit more than a fortieth are left out.
      ticks: ratios.filter((p) => ratios.length < 10 || Number.isInteger(Math.round(p * 400) / 40)),
      padding: 0.03,
    },
    color: {
      type: 'diverging-log',
      interpolate: diverging,
      pivot: 1,
      symmetric: true,
      domain: [1 / 8, 8],
      clamp: true,
    },
    marks: [
      Plot.cell(rows, {
        x: 'distance',
        y: 'p',
        fill: (row: MapRow) => row.EM / row.E3M,
        channels: { EM: 'EM', E3M: 'E3M' },
        tip: { format: { fill: '.2f' } },
      }),
    ],
  });
  const legend = rampLegend({
    label: 'iterations of EM ÷ iterations of E3M',
    type: 'log',
    domain: [1 / 8, 8],
    interpolate: diverging,
    ticks: [0.25, 0.5, 1, 2, 4, 8],
    tickFormat: '~g',
  });
  return element('div', {}, legend, plot);
}
