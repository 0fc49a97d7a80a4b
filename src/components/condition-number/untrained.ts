import * as Plot from '@observablehq/plot';
import { extent, groups, max, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { listed } from '../../lib/text/list.js';
import { count, percent, significant } from '../../lib/text/number.js';
import type { tables } from '../../papers/condition-number/tables.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';

type Rows = Pick<RowsOf<typeof tables>, 'matrices' | 'tensors'>;
type MatrixRow = Rows['matrices'][number];

/** Matrices of a shape that are drawn: with more of them their ticks are one bar. */
const shown = 100;

const shapeOf = ({ rows, columns }: MatrixRow) => `${rows} × ${columns}`;

const isTrained = ({ phase, study }: Rows['tensors'][number]) => phase === 'trained' && study === 'base';

const kappaOf = ({ kappa }: { readonly kappa: number | null }) => kappa ?? Infinity;

const rangeOf = (rows: readonly { readonly kappa: number | null }[]) =>
  (extent(rows, kappaOf) as [number, number]).map((kappa) => significant(kappa, 2)).join(' to ');

/** What {@link untrained} shows, for who does not see it: the range of each of its rows. */
export function untrainedInWords({ matrices, tensors }: Rows): string {
  const shapes = groups(matrices, shapeOf).map(([shape, drawn]) => `${shape} from ${rangeOf(drawn)}`);
  return `Rows of ticks on a logarithmic axis of condition number: ${listed(shapes)}; trained tensors from ${rangeOf(tensors.filter(isTrained))}.`;
}

/** How many matrices {@link untrained} shows of a shape, and how many square ones lie above all trained tensors. */
export function untrainedCounts({ matrices, tensors }: Rows): {
  readonly drawn: string;
  readonly above: string;
} {
  const largest = max(tensors.filter(isTrained), kappaOf)!;
  const square = matrices.filter(({ rows, columns }) => rows === columns);
  return {
    drawn: count(square.length),
    above: percent(mean(square, (matrix) => Number(kappaOf(matrix) > largest)) ?? NaN),
  };
}

/** Condition numbers of untrained matrices, a row a shape, above those of trained tensors. */
export function untrained({ matrices, tensors }: Rows, width: number): SVGElement | HTMLElement {
  const trained = tensors.filter(isTrained).map(({ kappa, type }) => ({ name: `trained ${type}`, kappa }));
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
      ...logAxis([...drawn, ...trained].map(({ kappa }) => kappa ?? NaN)),
      label: 'Condition number κ →',
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
