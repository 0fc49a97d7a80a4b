import * as Plot from '@observablehq/plot';
import { escape, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';
import { dashOf } from '../series-scales.js';
import { methodIds, methodLabels } from './series.js';

export interface EbimOptions {
  readonly source: string;
  /** Methods that are shown. */
  readonly methods: readonly string[];
  /** Whether the distance from the bound is drawn in place of the information itself. */
  readonly gap: boolean;
  readonly width: number;
}

interface CurveRow {
  readonly method: string;
  readonly R: number;
  readonly H_T: number | null;
  readonly I_XT: number;
}

/** The methods that a source was run with. */
export function methodsOf(curve: ColumnTable, source: string): string[] {
  const rows = curve.filter(escape((row: { source: string }) => row.source === source));
  const run = new Set(rows.array('method') as string[]);
  return methodIds.filter((id) => run.has(id));
}

/** Information that a code keeps against the rate that it may use, a line a method. */
export function ebim(
  curve: ColumnTable,
  { source, methods, gap, width }: EbimOptions,
): SVGElement | HTMLElement {
  const rows = curve
    .filter(
      escape(
        (row: { source: string; method: string }) => row.source === source && methods.includes(row.method),
      ),
    )
    .orderby('R')
    .objects() as CurveRow[];
  const value = ({ R, I_XT }: CurveRow) => (gap ? Math.max(0, R - I_XT) : I_XT);
  const most = Math.max(
    ...(curve.filter(escape((row: { source: string }) => row.source === source)).array('R') as number[]),
  );
  const ids = methodIds.filter((id) => methods.includes(id));
  const colors = ids.map((id) => seriesColors[methodIds.indexOf(id)]);
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(440, Math.max(320, width * 0.52)),
    grid: true,
    x: { label: 'Rate R that the code may use (bits) →', domain: [0, most] },
    y: gap
      ? { label: '↑ Missing to the bound, R − I(X; T) (bits)', nice: true, zero: true }
      : { label: '↑ Information kept, I(X; T) (bits)', domain: [0, most] },
    color: { domain: ids, range: colors, legend: true, tickFormat: (id: string) => methodLabels[id] },
    marks: [
      gap
        ? Plot.ruleY([0], { stroke: 'var(--ink)', strokeDasharray: '4 3' })
        : Plot.link([{}], { x1: 0, y1: 0, x2: most, y2: most, stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      ...ids.map((id) =>
        Plot.line(
          rows.filter(({ method }) => method === id),
          {
            x: 'R',
            y: value,
            stroke: 'method',
            strokeWidth: id === 'moves' ? 2.6 : 1.9,
            strokeDasharray: dashOf(methodIds.indexOf(id)),
            // Between two rates the best code of the lower one is still allowed.
            curve: gap || id === 'moves' || id === 'grid' ? 'linear' : 'step-after',
          },
        ),
      ),
      Plot.tip(
        rows,
        Plot.pointer({
          x: 'R',
          y: value,
          stroke: 'method',
          channels: { 'H(T)': 'H_T', kept: 'I_XT' },
          format: {
            stroke: (id: string) => methodLabels[id],
            x: '.3f',
            y: '.3f',
            'H(T)': '.3f',
            kept: '.3f',
          },
        }),
      ),
    ],
  });
}
