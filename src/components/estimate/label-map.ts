import * as Plot from '@observablehq/plot';
import { max, rollups } from 'd3-array';
import { figureStyle } from '../figure-style.js';
import { sequential } from '../ramp.js';
import { drawnLabels, labelRoom, shortLabel } from './label-counts.js';
import type { PairPoint } from './pair-point.js';
import type { AxisNames } from './scatter.js';

/** Pixels below which a cell is too narrow for its number. */
const legible = 34;

/** How often each label of x meets each of y, in colour and in numbers. */
export function labelMap(points: readonly PairPoint[], names: AxisNames, width: number): Element {
  const [x, y] = (['x', 'y'] as const).map((side) => drawnLabels(points.map((point) => String(point[side]))));
  const cells = rollups(
    points,
    (all) => all.length,
    (point) => x.shown(String(point.x)),
    (point) => y.shown(String(point.y)),
  ).flatMap(([of, inner]) => inner.map(([to, rows]) => ({ x: of, y: to, rows })));
  const most = max(cells, ({ rows }) => rows) ?? 1;
  const marginLeft = labelRoom(y.domain);
  const side = Math.min(80, (width - marginLeft - 20) / x.domain.length);
  const slanted = side < 8 * Math.max(...x.domain.map((label) => shortLabel(label).length));
  return Plot.plot({
    ...figureStyle,
    marginLeft,
    marginBottom: slanted ? 110 : 46,
    width: marginLeft + 20 + side * x.domain.length,
    height: 30 + Math.min(side, 40) * y.domain.length + (slanted ? 110 : 46),
    padding: 0.04,
    x: {
      domain: [...x.domain],
      label: `${names.x} →`,
      tickFormat: shortLabel,
      tickRotate: slanted ? -60 : 0,
      tickSize: 0,
    },
    y: { domain: [...y.domain], label: names.y, labelAnchor: 'top', tickFormat: shortLabel, tickSize: 0 },
    color: { domain: [0, most], interpolate: sequential },
    marks: [
      Plot.cell(cells, { x: 'x', y: 'y', fill: 'rows' }),
      side < legible
        ? null
        : Plot.text(cells, {
            x: 'x',
            y: 'y',
            text: 'rows',
            fill: ({ rows }: { rows: number }) => (rows > 0.35 * most ? 'var(--ground)' : 'var(--ink)'),
          }),
    ],
  });
}
