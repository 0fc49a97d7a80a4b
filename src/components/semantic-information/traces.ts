import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';
import { algorithmName, levels, type TraceRow } from './rows.js';

export interface TracesOptions {
  readonly ratios: readonly number[];
  /** Inner steps of CM-EM, beside EM. */
  readonly inner: number;
  readonly width: number;
}

/** KL of the mixture and its target against iterations, a panel a ratio, for EM and for one CM-EM. */
export function tracesFigure(
  rows: readonly TraceRow[],
  { ratios, inner, width }: TracesOptions,
): SVGElement | HTMLElement {
  const names = [algorithmName(0), algorithmName(inner)];
  const shown = rows
    .filter((row) => ratios.includes(row.p) && (row.inner === 0 || row.inner === inner))
    .map((row) => ({
      ...row,
      algorithm: algorithmName(row.inner),
      panel: `p = ${row.p}`,
      iter: row.iter + 1,
    }));
  const narrow = width < 620;
  const panels = levels(shown, ({ panel }) => panel);
  const facet = narrow ? { fy: 'panel' } : { fx: 'panel' };
  const ticks = [1, 3, 11, 31, 101, 301];
  return Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 34 : 44,
    width,
    height: narrow ? 80 + 210 * panels.length : 340,
    grid: true,
    [narrow ? 'fy' : 'fx']: { domain: panels, axis: null },
    x: { type: 'log', label: 'Iterations (logarithmic) →', ticks, tickFormat: (at: number) => String(Math.round(at - 1)) },
    y: { type: 'log', label: '↑ KL(P‖P_θ) (bits)', domain: [5e-4, 3], tickFormat: '~g', ticks: 4 },
    color: { domain: names, range: [seriesColors[0], seriesColors[1]], legend: true },
    marks: [
      Plot.ruleY([1e-3], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      names.map((name, i) =>
        Plot.line(
          shown.filter(({ algorithm }) => algorithm === name),
          { ...facet, x: 'iter', y: 'KL', z: 'start', stroke: 'algorithm', strokeDasharray: seriesDashes[i], strokeWidth: 1.5, strokeOpacity: 0.85, clip: true },
        ),
      ),
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.text(panels.map((panel) => ({ panel })), { ...facet, text: 'panel', frameAnchor: 'top', dy: -12 }),
    ],
  }); // prettier-ignore
}
