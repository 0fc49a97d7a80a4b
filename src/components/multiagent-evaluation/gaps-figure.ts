import * as Plot from '@observablehq/plot';
import { mean, min } from 'd3-array';
import { decimals, percent, significant } from '../../lib/text/number.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { reference } from '../marks.js';
import { series } from '../series.js';
import type { Rows } from './series.js';

export interface GapsSettings {
  /** ε of relaxed intervals. */
  readonly slack: number;
}

/** How many edges of the soccer game have which gap; those below 2 ε, which relaxed runs decide either way, are marked. */
export function gapsFigure(gaps: Rows['soccer_gaps'], { slack }: GapsSettings, width: number): Drawing {
  const bound = 2 * slack;
  const sides = series(
    { below: `below 2ε = ${significant(bound, 2)}`, above: 'above' },
    { look: { below: { color: 1 }, above: { color: 0 } } },
  );
  const rows = gaps.map(({ gap }) => ({ gap, side: gap < bound ? 'below' : 'above' }));
  const bins = { x: 'gap', thresholds: 40, fill: 'side', inset: 0.5 };
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 260,
    x: { label: 'Gap between the two payoffs of an edge →', grid: true },
    y: { label: '↑ Edges' },
    color: { ...sides.scales().color, legend: true },
    marks: [
      Plot.rectY(rows, Plot.binX({ y: 'count' }, bins)),
      reference({ x: bound }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
    ],
  });
  const small = mean(gaps, ({ gap }) => Number(gap < bound))!;
  const least = min(gaps, ({ gap }) => gap)!;
  const title = `Gaps of the soccer agents: ${percent(small)} are below 2ε, the smallest is ${decimals(least, 4)}.`;
  return { plot, title };
}
