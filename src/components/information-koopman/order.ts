import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, dots } from '../marks.js';
import { heightOf } from '../panels.js';
import { informations } from './series.js';

/** Two informations of each random system against that between its states: below the diagonal, and in this order. */
export function orderFigure(order: RowsOf<typeof tables>['order'], width: number): SVGElement | HTMLElement {
  const points = informations.ids.flatMap((pair) =>
    order.map((row) => ({ pair, x: row.i_xx, y: row[pair] })),
  );
  const reach = Math.max(...order.map(({ i_xx }) => i_xx));
  return Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    ...informations.scales(),
    x: { label: 'Information between states, I(x; x₊) (nats) →', domain: [0, reach], nice: true },
    y: { label: '↑ Information of the latent (nats)', domain: [0, reach], nice: true },
    marks: [
      diagonal(0, reach),
      Plot.link(order, {
        x1: 'i_xx',
        x2: 'i_xx',
        y1: 'i_zz',
        y2: 'i_zx',
        stroke: 'var(--ink-soft)',
        strokeOpacity: 0.4,
      }),
      dots(points, { x: 'x', y: 'y', by: 'pair', series: informations, r: 3, fill: 'none' }),
    ],
  });
}
