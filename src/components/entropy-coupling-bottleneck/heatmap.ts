import * as Plot from '@observablehq/plot';
import { max, range } from 'd3-array';
import { figureStyle } from '../figure-style.js';
import { rampLegend, sequential } from '../ramp.js';

export interface HeatmapCell {
  readonly x: number;
  readonly y: number;
  readonly mass: number;
}

export interface HeatmapOptions {
  /** Words for rows and columns. */
  readonly rows: string;
  readonly columns: string;
  /** The mass of the cell that stands out most. */
  readonly most: number;
}

/** A coupling as a matrix: the further a cell stands out from the ground, the likelier the pair; no mark where the mass is zero. */
export function heatmap(
  cells: readonly HeatmapCell[],
  { rows, columns, most }: HeatmapOptions,
  width: number,
): SVGElement | HTMLElement {
  const inputs = range(max(cells, ({ x }) => x)! + 1);
  const outputs = range(max(cells, ({ y }) => y)! + 1);
  const side = Math.min(40, (width - 90) / outputs.length);
  const every = Math.ceil(14 / side);
  const axis = (symbols: readonly number[]) => ({
    domain: symbols,
    ticks: symbols.filter((symbol) => symbol % every === 0),
    tickSize: 0,
  });
  return Plot.plot({
    ...figureStyle,
    marginLeft: 48,
    width: Math.max(240, side * outputs.length + 48 + 20),
    height: side * inputs.length + 30 + 46,
    padding: 0.06,
    x: { ...axis(outputs), label: `${columns} →` },
    y: { ...axis(inputs), label: `↓ ${rows}` },
    color: { type: 'sqrt', domain: [0, most], interpolate: sequential },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.cell(
        cells.filter(({ mass }) => mass > 0),
        {
          x: 'y',
          y: 'x',
          fill: 'mass',
          stroke: 'var(--ink-soft)',
          strokeWidth: 0.5,
          inset: 0.5,
          tip: { format: { stroke: false, fill: '.4f' } },
        },
      ),
    ],
  });
}

/** What the colours of {@link heatmap} mean. */
export function massLegend(most: number): HTMLElement | SVGElement {
  return rampLegend({
    label: 'Joint probability (square-root scale)',
    type: 'sqrt',
    domain: [0, most],
    interpolate: sequential,
    ticks: 4,
  });
}
