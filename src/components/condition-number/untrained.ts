import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/condition-number/tables.js';
import { figureStyle } from '../figure-style.js';

type Rows = Pick<RowsOf<typeof tables>, 'matrices' | 'tensors'>;
type MatrixRow = Rows['matrices'][number];

/** Matrices of a shape that are drawn: with more of them their ticks are one bar. */
const shown = 100;

const shapeOf = ({ rows, columns }: MatrixRow) => `${rows} × ${columns}`;

/** Condition numbers of untrained matrices, a row a shape, above those of trained tensors. */
export function untrained({ matrices, tensors }: Rows, width: number): SVGElement | HTMLElement {
  const trained = tensors
    .filter(({ phase, study }) => phase === 'trained' && study === 'base')
    .map(({ kappa, type }) => ({ name: `trained ${type}`, kappa }));
  const drawn = matrices.filter(({ draw }) => draw < shown).map((row) => ({ ...row, name: shapeOf(row) }));
  const names = new Set([...drawn, ...trained].map(({ name }) => name));
  const limits = new Map(drawn.map((row) => [row.name, row])).values();
  return Plot.plot({
    ...figureStyle,
    marginTop: 10,
    marginLeft: 78,
    width,
    height: 260,
    x: {
      type: 'log',
      label: 'Condition number κ (log scale) →',
      grid: true,
      tickFormat: '~g',
      insetLeft: 8,
      insetRight: 8,
    },
    y: { domain: names, label: null, tickSize: 0 },
    marks: [
      Plot.tickX(drawn, { x: 'kappa', y: 'name', stroke: 'var(--ours)', strokeOpacity: 0.45, inset: 5 }),
      Plot.tickX(trained, { x: 'kappa', y: 'name', stroke: 'var(--series-2)', strokeOpacity: 0.6, inset: 5 }),
      Plot.dot(limits, { x: 'limit', y: 'name', symbol: 'diamond', fill: 'var(--ink)', r: 4.5 }),
    ],
  });
}
