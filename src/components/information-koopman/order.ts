import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';

export interface OrderRow {
  readonly n: number;
  readonly k: number;
  readonly i_xx: number;
  readonly i_zx: number;
  readonly i_zz: number;
}

const names = ['latent and next state', 'latent and next latent'];

/** Two informations of each random system against that between its states: below the diagonal, and in this order. */
export function orderFigure(rows: readonly OrderRow[], { width }: { readonly width: number }): Element {
  const points = rows.flatMap(({ i_xx, i_zx, i_zz }) => [
    { x: i_xx, y: i_zx, pair: names[0] },
    { x: i_xx, y: i_zz, pair: names[1] },
  ]);
  const reach = Math.max(...rows.map(({ i_xx }) => i_xx));
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(420, Math.max(320, width / 2)),
    grid: true,
    color: { domain: names, range: ['var(--series-1)', 'var(--series-2)'] },
    symbol: { domain: names, range: ['circle', 'triangle'], legend: true },
    x: { label: 'Information between states, I(x; x₊) (nats) →', domain: [0, reach], nice: true },
    y: { label: '↑ Information of the latent (nats)', domain: [0, reach], nice: true },
    marks: [
      Plot.link([0], { x1: 0, y1: 0, x2: reach, y2: reach, stroke: 'var(--rule-strong)', strokeDasharray: '5 4' }),
      Plot.link(rows, { x1: 'i_xx', x2: 'i_xx', y1: 'i_zz', y2: 'i_zx', stroke: 'var(--ink-soft)', strokeOpacity: 0.4 }),
      Plot.dot(points, { x: 'x', y: 'y', stroke: 'pair', symbol: 'pair', r: 3, strokeWidth: 1.4 }),
    ],
  }); // prettier-ignore
}
