import * as Plot from '@observablehq/plot';
import { max, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count } from '../../lib/text/number.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { meansInWords } from '../in-words.js';
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

/** What is lost to rounding, bits. */
const rounding = 1e-9;

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
  const kept = meansInWords(rows, {
    by: ({ method }) => methods.label(method),
    value: ({ R, I_XT }) => R - I_XT,
    digits: 3,
  });
  return {
    plot,
    title: `What a code of at most R bits can keep: ${sourceLabels[source]}.`,
    caption: [
      'The dashed line is the bound: no code keeps more than its rate. Codes that map each symbol to one word climb in steps; the search over all of them is the staircase to reach. Codes with a little chance, the moves of Theorem 3, are there to fill the corners between the steps.',
      gridInWords(run),
    ]
      .join(' ')
      .trim(),
    alternative: `${gap ? 'What codes miss of the bound' : 'Information that codes keep'}, against the rate, a line a method. Bits missing to the bound, on average over rates: ${kept}.`,
  };
}

/** How often brute force finds a code that keeps more than the moves of Theorem 3; nothing where it was not run. */
function gridInWords(run: readonly CurveRow[]): string {
  const moves = new Map(
    run.flatMap(({ method, R, I_XT }) => (method === 'moves' ? [[R, I_XT] as const] : [])),
  );
  const grid = run.filter(({ method, R }) => method === 'grid' && moves.has(R));
  if (grid.length === 0) return '';
  const above = grid.filter(({ R, I_XT }) => I_XT > moves.get(R)! + rounding).length;
  return `Brute force over a coarse grid keeps more than they do at ${count(above)} of ${count(grid.length)} rates.`;
}
