import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { type DimensionRow, levels, means } from './rows.js';

export interface DimensionOptions {
  readonly noise: number;
  /** The numbers of steps that are drawn. */
  readonly steps: readonly number[];
  /** log₂ of the number of points: what no entropy exceeds. */
  readonly most: number;
  readonly width: number;
}

const names = { uniform: 'uniform points', normal: 'normal points' };

/** Entropy against the dimension that points really have: DSE a line a number of steps, and CSE. */
export function dimensionFigure(
  rows: readonly DimensionRow[],
  { noise, steps, most, width }: DimensionOptions,
): SVGElement | HTMLElement {
  const all = levels(
    rows.filter(({ t }) => t !== null),
    ({ t }) => t!,
  );
  const series = ['CSE', ...all.map((t) => `DSE, t = ${t}`)];
  const named = rows
    .filter((row) => row.noise === noise && (row.t === null || steps.includes(row.t)))
    .map((row) => ({
      ...row,
      series: row.t === null ? 'CSE' : `DSE, t = ${row.t}`,
      distribution: names[row.distribution],
    }));
  const drawn = means(
    named,
    ({ distribution, series, d }) => `${distribution} ${series} ${d}`,
    ({ bits }) => bits,
  );
  const shown = series.filter((name) => drawn.some((row) => row.series === name));
  const colors = Object.fromEntries(
    series.map((name, i) => [name, i === 0 ? 'var(--ink-soft)' : seriesColors[i - 1]]),
  );
  const dashes = Object.fromEntries(series.map((name, i) => [name, i === 0 ? '1 4' : seriesDashes[i - 1]]));
  const narrow = width < 520;
  const facet = narrow ? { fy: 'distribution' } : { fx: 'distribution' };
  return Plot.plot({
    ...figureStyle,
    width,
    height: narrow ? 520 : 340,
    marginTop: 40,
    marginRight: narrow ? 36 : figureStyle.marginRight,
    grid: true,
    x: { label: 'Dimension of the points →', ticks: narrow ? 4 : 5 },
    y: { label: '↑ Entropy (bits)', domain: [0, Math.ceil(most)] },
    fx: { label: null, domain: Object.values(names) },
    fy: { label: null, domain: Object.values(names) },
    color: { domain: shown, range: shown.map((name) => colors[name]) },
    symbol: {
      domain: shown,
      range: shown.map((name) => seriesSymbols[series.indexOf(name)]),
      legend: true,
    },
    marks: [
      Plot.ruleY([most], { stroke: 'var(--rule-strong)', strokeDasharray: '4 3' }),
      shown.map((name) =>
        Plot.line(
          drawn.filter((row) => row.series === name),
          {
            ...{ x: 'd', y: 'mean', stroke: 'series', ...facet },
            strokeWidth: 2,
            strokeDasharray: dashes[name],
          },
        ),
      ),
      Plot.dot(
        named.filter(({ series }) => series !== 'CSE'),
        { x: 'd', y: 'bits', stroke: 'series', r: 1.5, ...facet },
      ),
      Plot.dot(drawn, {
        ...{ x: 'd', y: 'mean', stroke: 'series', symbol: 'series', ...facet },
        fill: 'var(--ground)',
        r: 3.5,
        strokeWidth: 1.75,
      }),
    ],
  });
}
