import * as Plot from '@observablehq/plot';
import { max, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { diagonal, lines, reference } from '../marks.js';
import { heightOf } from '../panels.js';
import { methods, sourceLabels } from './series.js';

type CurveRow = RowsOf<typeof tables>['curve'][number];

export interface EbimSettings {
  readonly source: CurveRow['source'];
  /** Methods that are shown where the source was run with them. */
  readonly shown: readonly CurveRow['method'][];
  /** Whether the distance from the bound is drawn in place of the information itself. */
  readonly gap: boolean;
}

/** Between two rates the best code of the lower one is still allowed: what codes without chance keep is a staircase. */
const climbs = ({ method }: CurveRow) => method === 'greedy' || method === 'optimal';

/** Information that a code keeps against the rate that it may use, a line a method. */
export function ebim(
  curve: readonly CurveRow[],
  { source, shown, gap }: EbimSettings,
  width: number,
): Drawing {
  const run = sort(
    curve.filter((row) => row.source === source),
    ({ R }) => R,
  );
  const rows = run.filter(({ method }) => shown.includes(method));
  const most = max(run, ({ R }) => R)!;
  const y = ({ R, I_XT }: CurveRow) => (gap ? Math.max(0, R - I_XT) : I_XT);
  const options = {
    x: 'R',
    y,
    by: 'method',
    series: methods,
    strokeWidth: ({ method }: CurveRow) => (method === 'moves' ? 2.6 : 1.9),
  } as const;
  const { color } = methods.scales(rows.map(({ method }) => method));
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    x: { label: 'Rate R that the code may use (bits) →', domain: [0, most] },
    y: gap
      ? { label: '↑ Missing to the bound, R − I(X; T) (bits)', nice: true, zero: true }
      : { label: '↑ Information kept, I(X; T) (bits)', domain: [0, most] },
    color: { ...color, legend: true },
    marks: [
      gap ? reference({ y: 0 }) : diagonal(0, most),
      lines(rows.filter(climbs), { ...options, curve: gap ? 'linear' : 'step-after' }),
      lines(
        rows.filter((row) => !climbs(row)),
        options,
      ),
      Plot.tip(
        rows,
        Plot.pointer({
          x: 'R',
          y,
          stroke: 'method',
          channels: { 'H(T)': 'H_T', kept: 'I_XT' },
          format: { stroke: methods.label, x: '.3f', y: '.3f', 'H(T)': '.3f', kept: '.3f' },
        } as Plot.TipOptions),
      ),
    ],
  });
  return { plot, title: `What a code of at most R bits can keep: ${sourceLabels[source]}.` };
}
