import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';
import { algorithmName, levels, type RunRow } from './rows.js';

/** Iterations, or passes over the data, of an algorithm at a ratio: their quantiles over starts. */
export interface RunSummary {
  readonly p: number;
  readonly inner: number;
  readonly algorithm: string;
  readonly low: number;
  readonly first: number;
  readonly median: number;
  readonly third: number;
  readonly high: number;
  /** Share of runs that were not there after 500 iterations. */
  readonly lost: number;
  readonly starts: number;
}

/** @param passes counts E steps, of which CM-EM takes one more than it has inner steps, instead of iterations. */
export function summarise(rows: readonly RunRow[], passes: boolean): RunSummary[] {
  const ratio = rows.filter(({ problem }) => problem === 'ratio');
  return levels(ratio, ({ p }) => p).flatMap((p) =>
    levels(ratio, ({ inner }) => inner).map((inner) => {
      const own = ratio.filter((row) => row.p === p && row.inner === inner);
      const counts = own.map(({ iterations }) => iterations * (passes ? inner + 1 : 1)).sort((a, b) => a - b);
      const at = (share: number) => {
        const place = share * (counts.length - 1);
        return (counts[Math.floor(place)] + counts[Math.ceil(place)]) / 2;
      };
      return {
        p, inner, algorithm: algorithmName(inner), low: at(0.1), first: at(0.25), median: at(0.5), third: at(0.75), high: at(0.9),
        lost: own.filter(({ converged }) => !converged).length / own.length, starts: own.length,
      }; // prettier-ignore
    }),
  );
}

/** Medians, quartiles and outer tenths of the runs, a panel a ratio. */
export function runsFigure(
  summaries: readonly RunSummary[],
  { passes, width }: { passes: boolean; width: number },
): SVGElement | HTMLElement {
  const names = levels(summaries, ({ algorithm }) => algorithm);
  return Plot.plot({
    ...figureStyle,
    marginLeft: 62,
    marginRight: 68,
    width,
    height: 120 + 95 * levels(summaries, ({ p }) => p).length,
    x: { type: 'log', grid: true, label: passes ? 'Passes over the data until KL < 0.001 bit (logarithmic) →' : 'Iterations until KL < 0.001 bit (logarithmic) →', ticks: passes ? [1, 10, 100, 1000] : [1, 3, 10, 30, 100, 300], tickFormat: '~g', nice: true },
    y: { domain: names, label: null },
    fy: { label: null, tickFormat: (p: number) => `p = ${p}`, padding: 0.12 },
    color: { domain: names, range: seriesColors.slice(0, names.length) },
    symbol: { domain: names, range: seriesSymbols.slice(0, names.length) },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.ruleY(summaries, { fy: 'p', y: 'algorithm', x1: 'low', x2: 'high', stroke: 'algorithm' }),
      Plot.ruleY(summaries, { fy: 'p', y: 'algorithm', x1: 'first', x2: 'third', stroke: 'algorithm', strokeWidth: 6, strokeOpacity: 0.55 }),
      Plot.dot(summaries, {
        fy: 'p', x: 'median', y: 'algorithm', fill: 'algorithm', symbol: 'algorithm', r: 6, stroke: 'var(--ground)',
        channels: { lost: { value: 'lost', label: 'not there after 500' } },
        tip: { format: { fy: false, y: false, symbol: false, fill: true, lost: '.0%' } },
      }),
    ],
  }); // prettier-ignore
}
