import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import type { TensorRow } from './tensors.js';

/** A row of the table `matrices`. */
export interface MatrixRow {
  readonly rows: number;
  readonly columns: number;
  readonly kappa: number | null;
  readonly limit: number | null;
}

/** Condition numbers of untrained matrices, a row a shape, above those of trained tensors. */
export function untrained(
  matrices: readonly MatrixRow[],
  tensors: readonly TensorRow[],
  { width }: { readonly width: number },
): SVGElement | HTMLElement {
  const shape = ({ rows, columns }: MatrixRow) => `${rows} × ${columns}`;
  const trained = tensors
    .filter(({ phase, kappa, study }) => phase === 'trained' && kappa !== null && study === 'base')
    .map(({ kappa, type }) => ({ name: `trained ${type}`, kappa }));
  const drawn = matrices
    .filter(({ kappa }) => kappa !== null)
    .map((row) => ({ name: shape(row), kappa: row.kappa, limit: row.limit }));
  const names = [...new Set([...drawn, ...trained].map(({ name }) => name))];
  const limits = [
    ...new Map(drawn.filter(({ limit }) => limit !== null).map((row) => [row.name, row])).values(),
  ];
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
