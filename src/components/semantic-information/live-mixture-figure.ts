import * as Plot from '@observablehq/plot';
import { mixtureOnGrid } from '../../lib/semantic-information/mixture-matching.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';
import type { LiveMixture } from './live-mixture.js';
import { algorithmName } from './rows.js';

export interface LiveMixtureFigureOptions {
  readonly inner: number;
  /** The iteration whose guesses are drawn; the last where a run was shorter. */
  readonly iteration: number;
  readonly width: number;
}

/** True and guessed densities at an iteration, and KL of both algorithms. */
export function liveMixtureFigure(
  { grid, target, em, cmEm }: LiveMixture,
  { inner, iteration, width }: LiveMixtureFigureOptions,
): HTMLElement {
  const narrow = width < 620;
  const panel = narrow ? width : (width - 16) / 2;
  const runs = [
    { name: algorithmName(0), steps: em },
    { name: algorithmName(inner), steps: cmEm },
  ];
  const names = ['truth', ...runs.map(({ name }) => name)];
  const color = { domain: names, range: ['var(--ink-soft)', seriesColors[0], seriesColors[1]], legend: true };
  const points = (values: Float64Array) => [...values].map((value, i) => ({ x: grid[i], value }));
  const densities = Plot.plot({
    ...figureStyle,
    marginLeft: 56,
    width: panel,
    height: 320,
    x: { label: 'x →' },
    y: { label: '↑ Probability', grid: true },
    color,
    marks: [
      Plot.areaY(points(target), { x: 'x', y: 'value', fill: 'var(--ink-soft)', fillOpacity: 0.3 }),
      runs.map(({ name, steps }, i) =>
        Plot.line(points(mixtureOnGrid(grid, steps[Math.min(iteration, steps.length - 1)].mixture)), {
          x: 'x', y: 'value', stroke: () => name, strokeWidth: 2.4, strokeDasharray: seriesDashes[i],
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
    ],
  }); // prettier-ignore
  const traces = runs.flatMap(({ name, steps }) =>
    steps.map((step) => ({ name, at: step.iteration + 1, KL: Math.max(1e-6, step.divergence) })),
  );
  const divergences = Plot.plot({
    ...figureStyle,
    marginLeft: 56,
    width: panel,
    height: 320,
    grid: true,
    x: { type: 'log', label: 'Iterations (logarithmic) →', ticks: [1, 4, 11, 31, 101, 301].filter((at) => at <= Math.max(...traces.map((row) => row.at), 11)), tickFormat: (at: number) => String(Math.round(at - 1)) },
    y: { type: 'log', label: '↑ KL(P‖P_θ) (bits)', tickFormat: '~g', ticks: 4 },
    color: { ...color, domain: names.slice(1), range: color.range.slice(1) },
    marks: [
      Plot.ruleY([1e-3], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.ruleX([iteration + 1], { stroke: 'var(--rule-strong)' }),
      runs.map(({ name }, i) =>
        Plot.line(
          traces.filter((row) => row.name === name),
          { x: 'at', y: 'KL', stroke: 'name', strokeWidth: 2.2, strokeDasharray: seriesDashes[i] },
        ),
      ),
    ],
  }); // prettier-ignore
  return element('div', { class: 'panels' }, densities, divergences);
}
