import * as Plot from '@observablehq/plot';
import type { ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';

/** How many edges of the soccer game have which gap; those below 2 ε, which relaxed runs decide either way, are marked. */
export function gapsFigure(
  gaps: ColumnTable,
  { slack, width }: { readonly slack: number; readonly width: number },
): SVGElement | HTMLElement {
  const names = [`below 2ε = ${Number((2 * slack).toFixed(2))}`, 'above'];
  const rows = (gaps.objects() as { gap: number }[]).map(({ gap }) => ({
    gap,
    side: names[gap < 2 * slack ? 0 : 1],
  }));
  const bins = { x: 'gap', thresholds: 40, fill: 'side', inset: 0.5 };
  return Plot.plot({
    ...figureStyle,
    width,
    height: 260,
    x: { label: 'Gap between the two payoffs of an edge →', grid: true },
    y: { label: '↑ Edges' },
    color: { domain: names, range: ['var(--series-2)', 'var(--series-1)'], legend: true },
    marks: [
      Plot.rectY(rows, Plot.binX({ y: 'count' }, bins)),
      Plot.ruleX([2 * slack], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
    ],
  });
}
