import * as Plot from '@observablehq/plot';
import type { ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';

interface SweepRow {
  readonly game: string;
  readonly alpha: number;
  readonly strategy: string;
  readonly pi: number;
}

/** α-Rank of each strategy of a game against α; lines are named at their right end. */
export function sweepFigure(
  sweep: ColumnTable,
  { game, width }: { readonly game: string; readonly width: number },
): SVGElement | HTMLElement {
  const rows = (sweep.objects() as SweepRow[]).filter((row) => row.game === game);
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))];
  const end = Math.max(...rows.map(({ alpha }) => alpha));
  const most = Math.max(...rows.map(({ pi }) => pi));
  const style = (strategy: string) => strategies.indexOf(strategy) % seriesColors.length;
  return Plot.plot({
    ...figureStyle,
    marginRight: 78,
    width,
    height: 340,
    grid: true,
    x: {
      type: 'log',
      label: 'α, intensity of selection (log scale) →',
      ticks: width < 560 ? 4 : 7,
      tickFormat: '~g',
    },
    y: { label: '↑ α-Rank', domain: [0, Math.max(0.4, most * 1.05)] },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      ...strategies.map((strategy) =>
        Plot.line(
          rows.filter((row) => row.strategy === strategy),
          {
            x: 'alpha',
            y: 'pi',
            stroke: seriesColors[style(strategy)],
            strokeWidth: 2,
            strokeDasharray: seriesDashes[style(strategy)],
          },
        ),
      ),
      Plot.text(
        apart(
          rows.filter(({ alpha }) => alpha === end),
          most / 22,
        ),
        {
          x: 'alpha',
          y: 'at',
          text: 'strategy',
          textAnchor: 'start',
          dx: 6,
          fill: (row: SweepRow) => seriesColors[style(row.strategy)],
        },
      ),
      Plot.tip(
        rows,
        Plot.pointer({
          x: 'alpha',
          y: 'pi',
          title: (row: SweepRow) =>
            `${row.strategy}\nα = ${Number(row.alpha.toPrecision(3))}\nα-Rank ${row.pi.toFixed(4)}`,
        }),
      ),
    ],
  });
}

/** Places for names, `least` apart, near the ends of their lines. */
function apart(rows: readonly SweepRow[], least: number): (SweepRow & { at: number })[] {
  let above = -Infinity;
  return [...rows]
    .sort((a, b) => a.pi - b.pi)
    .map((row) => {
      above = Math.max(row.pi, above + least);
      return { ...row, at: above };
    });
}
