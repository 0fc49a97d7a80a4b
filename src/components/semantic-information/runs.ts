import * as Plot from '@observablehq/plot';
import { flatRollup, quantile } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { percent } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { table } from '../table.js';
import { algorithmName, algorithms } from './series.js';

type RunRow = RowsOf<typeof tables>['mixture_runs'][number];

/** Iterations, or passes over the data, of an algorithm at a ratio: their quantiles over starts. */
export interface RunSummary {
  readonly p: number;
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
export function summarise(
  rows: readonly Pick<RunRow, 'problem' | 'p' | 'inner' | 'iterations' | 'converged'>[],
  passes: boolean,
): RunSummary[] {
  return flatRollup(
    rows.filter(({ problem }) => problem === 'ratio'),
    (own) => {
      const counts = own.map(({ inner, iterations }) => iterations * (passes ? inner + 1 : 1));
      const [low, first, median, third, high] = [0.1, 0.25, 0.5, 0.75, 0.9].map((share) =>
        quantile(counts, share)!,
      );
      const lost = own.filter(({ converged }) => !converged).length / own.length;
      return { low, first, median, third, high, lost, starts: own.length };
    },
    ({ p }) => p,
    ({ inner }) => inner,
  ).map(([p, inner, summary]) => ({ p, algorithm: algorithmName(inner), ...summary }));
}

/** Medians, quartiles and outer tenths of the runs, a panel a ratio. */
export function runs(rows: readonly RunRow[], passes: boolean, width: number): Drawing {
  const summaries = summarise(rows, passes);
  const { color, symbol } = algorithms.scales();
  const counted = passes ? 'Passes over the data' : 'Iterations';
  const place = { fy: 'p', y: 'algorithm' } as const;
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 62,
    marginRight: 68,
    width,
    height: 120 + 95 * new Set(summaries.map(({ p }) => p)).size,
    x: {
      type: 'log',
      grid: true,
      label: `${counted} until KL < 0.001 bit (logarithmic) →`,
      ticks: passes ? [1, 10, 100, 1000] : [1, 3, 10, 30, 100, 300],
      tickFormat: '~g',
      nice: true,
    },
    y: { domain: algorithms.ids, label: null },
    fy: { label: null, tickFormat: (p: number) => `p = ${p}`, padding: 0.12 },
    color,
    symbol: { ...symbol, legend: false },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.ruleY(summaries, { ...place, x1: 'low', x2: 'high', stroke: 'algorithm' }),
      Plot.ruleY(summaries, {
        ...place,
        x1: 'first',
        x2: 'third',
        stroke: 'algorithm',
        strokeWidth: 6,
        strokeOpacity: 0.55,
      }),
      Plot.dot(summaries, {
        ...place,
        x: 'median',
        fill: 'algorithm',
        symbol: 'algorithm',
        r: 6,
        stroke: 'var(--ground)',
        channels: { lost: { value: 'lost', label: 'not there after 500' } },
        tip: { format: { fy: false, y: false, symbol: false, fill: true, lost: '.0%' } },
      }),
    ],
  });
  return { plot, title: `${counted} to the goal.` };
}

/** The same in numbers. */
export function runsTable(rows: readonly RunRow[], passes: boolean): HTMLElement {
  return table(
    summarise(rows, passes),
    [
      { name: 'p', value: ({ p }) => p },
      { name: 'Algorithm', value: ({ algorithm }) => algorithm },
      { name: 'Median', value: ({ median }) => median },
      { name: 'Lower quartile', value: ({ first }) => first },
      { name: 'Upper quartile', value: ({ third }) => third },
      { name: 'Not there after 500', value: ({ lost }) => lost, format: ({ lost }) => percent(lost, 1) },
      { name: 'Starts', value: ({ starts }) => starts },
    ],
    {
      caption: passes ? 'Passes over the data until KL < 0.001 bit' : 'Iterations until KL < 0.001 bit',
      file: 'semantic-information-iterations',
    },
  );
}
