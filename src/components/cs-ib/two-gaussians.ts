import * as Plot from '@observablehq/plot';
import type { RowOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/cs-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { lines, reference } from '../marks.js';
import { panels } from '../panels.js';
import { distances } from './series.js';

/** A point of the plane, at rest or moving. */
export type PlanePoint = Omit<RowOf<typeof tables.two_gaussian_points.columns>, 'step'>;

/** How far the points are from the target, after a number of steps. */
export type FlowLoss = Omit<RowOf<typeof tables.two_gaussian.columns>, 'seed'>;

/**
 * Points on their way to a two-Gaussian target, beside the divergence they descend on and the one that is watched.
 *
 * @param step the step that the points show; marked on the curves
 */
export function twoGaussians(
  points: readonly PlanePoint[],
  losses: readonly FlowLoss[],
  { step }: { readonly step: number },
  width: number,
): HTMLElement {
  const curves = losses.flatMap((loss) =>
    distances.ids.map((distance) => ({ step: loss.step, distance, value: loss[distance] })),
  );
  return panels(width, {
    draw: (side) => [
      Plot.plot({
        ...figureStyle,
        width: side,
        height: side,
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
        width: side,
        height: side,
        grid: true,
        x: { type: 'log', label: 'Step (log scale) →' },
        y: { type: 'log', label: '↑ Distance from the target (log scale)', tickFormat: '~g' },
        color: { ...distances.scales().color, legend: true },
        marks: [
          reference({ x: Math.max(1, step) }),
          // A logarithmic axis has no place for the start, nor for what has vanished.
          lines(
            curves.filter((point) => point.step > 0 && point.value > 0),
            { x: 'step', y: 'value', by: 'distance', series: distances },
          ),
        ],
      }),
    ],
  });
}
