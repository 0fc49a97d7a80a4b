import * as Plot from '@observablehq/plot';
import { extent, greatest, groups, max } from 'd3-array';
import { decimals, significant } from '../../lib/text/number.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { lineLegend } from '../line-legend.js';
import { logTicks } from '../log-axis.js';
import { lines } from '../marks.js';
import { isNarrow } from '../panels.js';
import { series } from '../series.js';
import { ratedLabels, type Rows } from './series.js';

export interface SweepSettings {
  readonly game: keyof typeof ratedLabels;
}

type SweepRow = Rows['alpha_sweep'][number];

/** α-Rank of each strategy of a game against α; at the ends many lines are one. */
export function sweepFigure(sweep: Rows['alpha_sweep'], { game }: SweepSettings, width: number): Drawing {
  const rows = sweep.filter((row) => row.game === game);
  const strategies = series(Object.fromEntries(rows.map(({ strategy }) => [strategy, strategy])));
  const most = max(rows, ({ pi }) => pi)!;
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 340,
    grid: true,
    x: {
      type: 'log',
      label: 'α, intensity of selection →',
      ticks: logTicks(
        rows.map(({ alpha }) => alpha),
        isNarrow(width) ? 4 : 7,
      ),
      tickFormat: '~g',
    },
    y: { label: '↑ α-Rank', domain: [0, Math.max(0.4, most * 1.05)] },
    color: strategies.scales().color,
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      lines(rows, { x: 'alpha', y: 'pi', by: 'strategy', series: strategies }),
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
  return {
    plot: element('div', {}, lineLegend(strategies, strategies.ids), plot),
    title: `α-Rank against α: ${ratedLabels[game]}.`,
  };
}

/** The lowest and the highest point of each line, and where it ends. */
export function sweepInWords(sweep: Rows['alpha_sweep'], { game }: SweepSettings): string {
  const own = sweep.filter((row) => row.game === game);
  return groups(own, ({ strategy }) => strategy)
    .map(([strategy, line]) => {
      const [low, high] = extent(line, ({ pi }) => pi) as [number, number];
      return `${strategy} lies between ${decimals(low, 2)} and ${decimals(high, 2)}, at the largest α at ${decimals(greatest(line, ({ alpha }) => alpha)!.pi, 2)}.`;
    })
    .join(' ');
}
