import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';

/** A point of the plane, at rest or moving. */
export interface PlanePoint {
  readonly kind: 'target' | 'free';
  readonly x: number;
  readonly y: number;
}

/** How far the points are from the target, after a number of steps. */
export interface FlowLoss {
  readonly step: number;
  readonly d_cs: number | null;
  readonly mmd2: number;
}

export interface TwoGaussiansOptions {
  /** The step that the points show; marked on the curves. */
  readonly step: number;
  readonly width: number;
}

/** Points on their way to a two-Gaussian target, beside the divergence they descend on and the one that is watched. */
export function twoGaussians(
  points: readonly PlanePoint[],
  losses: readonly FlowLoss[],
  { step, width }: TwoGaussiansOptions,
): HTMLElement {
  const narrow = width < 560;
  const panel = narrow ? width : (width - 16) / 2;
  const names = ['CS divergence (nats)', 'MMD² (watched)'];
  const curves = losses.flatMap(({ step, d_cs, mmd2 }) => [
    { step, value: d_cs, name: names[0] },
    { step, value: mmd2, name: names[1] },
  ]);
  return element(
    'div',
    { class: 'panels' },
    Plot.plot({
      ...figureStyle,
      width: panel,
      height: panel,
      aspectRatio: 1,
      x: { label: 'First coordinate →', domain: [-8, 8] },
      y: { label: '↑ Second coordinate', domain: [-8, 8] },
      symbol: { domain: ['target', 'free'], range: ['times', 'circle'], legend: true },
      color: { domain: ['target', 'free'], range: ['var(--ink-soft)', 'var(--ours)'] },
      marks: [
        Plot.dot(points, {
          x: 'x',
          y: 'y',
          stroke: 'kind',
          symbol: 'kind',
          r: 3,
          strokeWidth: 1.4,
          clip: true,
        }),
      ],
    }),
    Plot.plot({
      ...figureStyle,
      width: panel,
      height: panel,
      grid: true,
      x: { type: 'log', label: 'Step (log scale) →' },
      y: { type: 'log', label: '↑ Distance from the target (log scale)', tickFormat: '~g' },
      color: { domain: names, range: [seriesColors[0], seriesColors[1]], legend: true },
      marks: [
        Plot.ruleX([Math.max(1, step)], { stroke: 'var(--rule-strong)' }),
        names.map((name, index) =>
          Plot.line(
            curves.filter((row) => row.name === name && row.step > 0 && row.value !== null && row.value > 0),
            { x: 'step', y: 'value', stroke: 'name', strokeWidth: 2, strokeDasharray: seriesDashes[index] },
          ),
        ),
      ],
    }),
  );
}
