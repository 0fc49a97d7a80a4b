import * as Plot from '@observablehq/plot';
import { op, type ColumnTable } from 'arquero';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';
import { kindLabels, schemeLabels } from './names.js';

export interface ComplexityOptions {
  readonly game: string;
  /** Shows the relaxed kinds of interval as well. */
  readonly relaxed: boolean;
  readonly width: number;
}

interface Mean {
  readonly game: string;
  readonly scheme: string;
  readonly conf: string;
  readonly delta: number;
  readonly interactions: number;
  readonly errors: number;
  readonly unresolved: number;
  readonly runs: number;
}

/** Means over runs, by scheme, kind of interval and δ. */
export function complexityMeans(samples: ColumnTable): Mean[] {
  return samples
    .groupby('game', 'scheme', 'conf', 'delta')
    .rollup({
      interactions: op.mean('interactions'),
      errors: op.mean('edge_errors'),
      unresolved: op.mean('unresolved'),
      runs: op.count(),
    })
    .orderby('delta')
    .objects() as Mean[];
}

/** Interactions, and below them wrong edges, against δ; a panel a kind of interval, relaxed ones dashed. */
export function complexityFigure(
  samples: ColumnTable,
  { game, relaxed, width }: ComplexityOptions,
): HTMLElement {
  const rows = complexityMeans(samples)
    .filter((row) => row.game === game && (relaxed || !row.conf.startsWith('R-')))
    .map((row) => ({
      ...row,
      panel: kindLabels[row.conf.replace('R-', '')],
      series: `${row.scheme} ${row.conf.startsWith('R-') ? 'relaxed' : 'strict'}`,
    }));
  const schemes = Object.keys(schemeLabels).filter((scheme) => rows.some((row) => row.scheme === scheme));
  const deltas = [...new Set(rows.map(({ delta }) => delta))];
  const single = deltas.length === 1;
  const scale = (of: readonly string[]) => ({
    domain: schemes,
    range: schemes.map((scheme) => of[Object.keys(schemeLabels).indexOf(scheme)]),
  });
  const panel = (y: 'interactions' | 'errors', label: string, legend: boolean) =>
    Plot.plot({
      ...figureStyle,
      marginTop: 48,
      marginLeft: 66,
      width,
      height: width < 560 ? 260 : 270,
      grid: true,
      fx: { label: null, domain: ['Hoeffding', 'Clopper–Pearson'], padding: 0.12 },
      x: single
        ? { type: 'point', label: 'δ' }
        : {
            type: 'log',
            label: 'δ, how often an interval may miss (log scale) →',
            ticks: width < 560 ? [0.01, 0.1] : deltas,
            tickFormat: String,
          },
      y: y === 'interactions' ? { type: 'log', label, tickFormat: '~s', ticks: 4 } : { label, zero: true },
      color: scale(seriesColors),
      symbol: { ...scale(seriesSymbols), legend, tickFormat: (scheme: string) => schemeLabels[scheme] },
      marks: [
        y === 'errors' ? Plot.ruleY([0], { stroke: 'var(--rule-strong)' }) : null,
        ...[false, true].map((dashed) =>
          Plot.line(
            rows.filter((row) => row.conf.startsWith('R-') === dashed),
            {
              fx: 'panel',
              x: 'delta',
              y,
              z: 'series',
              stroke: 'scheme',
              strokeWidth: 2,
              strokeDasharray: dashed ? '5 4' : 'none',
            },
          ),
        ),
        Plot.dot(rows, {
          fx: 'panel',
          x: 'delta',
          y,
          stroke: 'scheme',
          symbol: 'scheme',
          fill: 'var(--ground)',
          r: 4.5,
          strokeWidth: 2,
          channels: {
            run: 'series',
            interactions: 'interactions',
            'wrong edges': 'errors',
            undecided: 'unresolved',
            runs: 'runs',
          },
          tip: {
            format: {
              fx: false,
              y: false,
              stroke: false,
              symbol: false,
              interactions: ',.0f',
              'wrong edges': '.3~g',
            },
          },
        }),
      ],
    });
  return element(
    'div',
    {},
    panel('interactions', '↑ Games played (log scale)', true),
    panel('errors', '↑ Edges that point the wrong way', false),
  );
}
