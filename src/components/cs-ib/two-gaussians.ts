import * as Plot from '@observablehq/plot';
import { mean, sum } from 'd3-array';
import type { RowOf } from '../../lib/experiment/column.js';
import { count } from '../../lib/text/number.js';
import type { tables } from '../../papers/cs-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
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
  // A logarithmic axis has no place for the start, nor for what has vanished.
  const drawn = curves.filter((point) => point.step > 0 && point.value > 0);
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
        x: { ...logAxis(drawn.map((point) => point.step)), label: 'Step (log scale) →', tickFormat: '~s' },
        y: {
          ...logAxis(drawn.map(({ value }) => value)),
          label: '↑ Distance from the target (log scale)',
          tickFormat: '~g',
        },
        color: { ...distances.scales().color, legend: true },
        marks: [
          reference({ x: Math.max(1, step) }),
          lines(drawn, { x: 'step', y: 'value', by: 'distance', series: distances }),
        ],
      }),
    ],
  });
}

/** How near to a cluster's centre a point counts as having found it, in the clusters' standard deviations of 1. */
const near = 3;

/** Where the moving points are, in numbers: by each cluster, and elsewhere. */
export function placesInWords(points: readonly PlanePoint[]): string {
  const of = (kind: PlanePoint['kind']) => points.filter((point) => point.kind === kind);
  const free = of('free');
  const found = [-1, 1].map((side) => {
    const cluster = of('target').filter(({ x }) => Math.sign(x) === side);
    const [x, y] = [mean(cluster, (point) => point.x)!, mean(cluster, (point) => point.y)!];
    return free.filter((point) => Math.hypot(point.x - x, point.y - y) < near).length;
  });
  const elsewhere = free.length - sum(found);
  return `${found.map(count).join(' and ')} of ${count(free.length)} points are by the two clusters, within ${near} standard deviations of their centres, and ${count(elsewhere)} elsewhere`;
}
