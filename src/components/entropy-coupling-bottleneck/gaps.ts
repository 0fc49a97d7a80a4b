import * as Plot from '@observablehq/plot';
import { extent, max, sum } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, percent } from '../../lib/text/number.js';
import type { tables } from '../../papers/entropy-coupling-bottleneck/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { diagonal } from '../marks.js';
import { ordered, rampLegend } from '../ramp.js';

/**
 * The largest gap of a random source's greedy codes against its bound: marks above the diagonal violate it.
 *
 * @param symbols of the sources that are shown; all where `null`
 */
export function gaps(
  sources: RowsOf<typeof tables>['encoder'],
  symbols: number | null,
  width: number,
): Drawing {
  const rows = sources.filter((row) => symbols === null || row.symbols === symbols);
  const equal = sum(rows, (row) => row.equal) / sum(rows, ({ rates }) => rates);
  const above = rows.filter(({ violations }) => violations > 0).length;
  const nearest = max(rows, ({ worst_gap, bound }) => worst_gap / bound)!;
  const side = Math.min(width, 460);
  const sizes = extent(sources, (row) => row.symbols) as [number, number];
  const drawn = Plot.plot({
    ...figureStyle,
    width: side,
    height: side,
    grid: true,
    x: { label: 'Bound h(p₂) (bits) →', domain: [0, 1] },
    y: { label: '↑ Largest gap over all rates (bits)', domain: [0, 1] },
    color: { type: 'linear', domain: sizes, interpolate: ordered },
    marks: [
      diagonal(0, 1),
      Plot.dot(rows, {
        x: 'bound',
        y: 'worst_gap',
        fill: 'symbols',
        stroke: 'var(--ink-soft)',
        strokeWidth: 0.4,
        r: rows.length > 1000 ? 2 : 3.2,
        tip: { format: { x: '.3f', y: '.3f' } },
      }),
    ],
  });
  const legend = rampLegend({
    label: 'Symbols of the source',
    type: 'linear',
    domain: sizes,
    interpolate: ordered,
    ticks: 4,
    tickFormat: 'd',
  });
  return {
    plot: element('div', {}, legend, drawn),
    alternative: `Scatter plot of the largest gap against the bound h(p₂). ${count(above)} of ${count(rows.length)} marks lie above the diagonal; the largest share of its bound that a gap reaches is ${percent(nearest)}.`,
    title: `Largest gap of the greedy code, and its bound: ${count(rows.length)} random sources.`,
    caption: `Each mark is a random source: the most that the greedy code misses of min(R, H(X)) at any rate. Above the dashed line, where ${above === 0 ? 'none lies' : `${count(above)} lie`}, Theorem 2 would be violated; the nearest gap is ${percent(nearest)} of its bound. Of these sources the greedy code equals the best deterministic one at ${percent(equal)} of the rates.`,
  };
}
