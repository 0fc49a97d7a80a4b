import * as Plot from '@observablehq/plot';
import { decimals } from '../../lib/text/number.js';
import {
  type Mixture,
  mixtureOnGrid,
  type MixtureStep,
} from '../../papers/semantic-information/mixture-matching.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logTicks } from '../log-axis.js';
import { lines, reference } from '../marks.js';
import { panels } from '../panels.js';
import { close, liveMixture } from './live-mixture.js';
import { algorithmName, guesses } from './series.js';

export interface LiveMixtureSettings {
  /** Share of the first component, means, and standard deviations. */
  readonly truth: Record<'p' | 'mu1' | 'mu2' | 's1' | 's2', number>;
  /** Means, and the standard deviation of both; the shares are equal. */
  readonly start: Record<'mu1' | 'mu2' | 's', number>;
  readonly inner: number;
  /** The iteration whose guesses are drawn; the last where a run was shorter. */
  readonly iteration: number;
}

/** True and guessed densities at an iteration, and KL of both algorithms. */
export function liveMixtureFigure(settings: LiveMixtureSettings, width: number): Drawing {
  const { truth, start, inner, iteration } = settings;
  const { grid, target, em, cmEm } = liveMixture({
    truth: two([truth.mu1, truth.mu2], [truth.s1, truth.s2], truth.p),
    start: two([start.mu1, start.mu2], [start.s, start.s], 0.5),
    inner,
  });
  const runs = { em, cmEm };
  const ids = ['em', 'cmEm'] as const;
  const guess = guesses(inner);
  const { color } = guess.scales();
  const frame = { ...figureStyle, marginLeft: 56, height: 320 };

  const points = (values: Float64Array, run: string) =>
    Array.from(values, (value, i) => ({ x: grid[i], value, run }));
  const guessed = ids.flatMap((id) => {
    const { mixture } = runs[id][Math.min(iteration, runs[id].length - 1)];
    return points(mixtureOnGrid(grid, mixture), id);
  });
  const densities = (panel: number) =>
    Plot.plot({
      ...frame,
      width: panel,
      x: { label: 'x →' },
      y: { label: '↑ Probability', grid: true },
      color: { ...color, legend: true },
      marks: [
        Plot.areaY(points(target, 'truth'), { x: 'x', y: 'value', fill: 'run', fillOpacity: 0.3 }),
        lines(guessed, { x: 'x', y: 'value', by: 'run', series: guess, strokeWidth: 2.4 }),
        Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
      ],
    });

  const traces = ids.flatMap((run) =>
    runs[run].map((step) => ({ run, at: step.iteration + 1, KL: Math.max(1e-6, step.divergence) })),
  );
  const last = Math.max(...traces.map(({ at }) => at), 11);
  const divergences = (panel: number) =>
    Plot.plot({
      ...frame,
      width: panel,
      grid: true,
      x: {
        type: 'log',
        label: 'Iterations (logarithmic) →',
        ticks: [1, 4, 11, 31, 101, 301].filter((at) => at <= last),
        tickFormat: (at: number) => String(Math.round(at - 1)),
      },
      y: {
        type: 'log',
        label: '↑ KL of the fit from the truth (bits)',
        tickFormat: '~g',
        ticks: logTicks(
          traces.map(({ KL }) => KL).filter((KL) => KL > 0),
          5,
        ),
      },
      color: { ...guess.scales(ids).color, legend: true },
      marks: [
        reference({ y: close }),
        Plot.ruleX([iteration + 1], { stroke: 'var(--rule-strong)' }),
        lines(traces, { x: 'at', y: 'KL', by: 'run', series: guess, strokeWidth: 2.2 }),
      ],
    });

  return {
    rows: traces,
    plot: panels(width, { draw: (panel) => [densities(panel), divergences(panel)] }),
    title: `EM ${ended(em)}, ${algorithmName(inner)} ${ended(cmEm)}.`,
  };
}

function two(means: readonly number[], deviations: readonly number[], p: number): Mixture {
  return { means, deviations, weights: [p, 1 - p] };
}

function ended(steps: readonly MixtureStep[]): string {
  const { iteration, divergence } = steps[steps.length - 1];
  return divergence < close
    ? `is there after ${iteration} iteration${iteration === 1 ? '' : 's'}`
    : `is ${decimals(divergence, 3)} bit off after ${iteration}`;
}
