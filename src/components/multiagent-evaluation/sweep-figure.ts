import * as Plot from '@observablehq/plot';
import { max, sort } from 'd3-array';
import { decimals, significant } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { lines } from '../marks.js';
import { isNarrow } from '../panels.js';
import { series } from '../series.js';
import { ratedLabels, type Rows } from './series.js';

export interface SweepSettings {
  readonly game: keyof typeof ratedLabels;
}

type SweepRow = Rows['alpha_sweep'][number];

/** α-Rank of each strategy of a game against α; lines are named at their right end. */
export function sweepFigure(sweep: Rows['alpha_sweep'], { game }: SweepSettings, width: number): Drawing {
  const rows = sweep.filter((row) => row.game === game);
  const strategies = series(Object.fromEntries(rows.map(({ strategy }) => [strategy, strategy])));
  const end = max(rows, ({ alpha }) => alpha)!;
  const most = max(rows, ({ pi }) => pi)!;
  const ends = rows.filter(({ alpha }) => alpha === end);
  const plot = Plot.plot({
    ...figureStyle,
    marginRight: 78,
    width,
    height: 340,
    grid: true,
    x: {
      type: 'log',
      label: 'α, intensity of selection (log scale) →',
      ticks: isNarrow(width) ? 4 : 7,
      tickFormat: '~g',
    },
    y: { label: '↑ α-Rank', domain: [0, Math.max(0.4, most * 1.05)] },
    color: strategies.scales().color,
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      lines(rows, { x: 'alpha', y: 'pi', by: 'strategy', series: strategies }),
      Plot.text(apart(ends, most / 22), {
        x: 'alpha',
        y: 'at',
        text: 'strategy',
        textAnchor: 'start',
        dx: 6,
        fill: 'strategy',
      }),
      Plot.tip(
        rows,
        Plot.pointer({
          x: 'alpha',
          y: 'pi',
          title: ({ strategy, alpha, pi }: SweepRow) =>
            `${strategy}\nα = ${significant(alpha)}\nα-Rank ${decimals(pi, 4)}`,
        }),
      ),
    ],
  });
  return { plot, title: `α-Rank against α: ${ratedLabels[game]}.` };
}

/** Places for names, `least` apart, near the ends of their lines. */
function apart(rows: readonly SweepRow[], least: number): (SweepRow & { readonly at: number })[] {
  let above = -Infinity;
  return sort(rows, ({ pi }) => pi).map((row) => {
    above = Math.max(row.pi, above + least);
    return { ...row, at: above };
  });
}
