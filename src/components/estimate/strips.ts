import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { drawnLabels, labelRoom, shortLabel } from './label-counts.js';
import type { PairPoint } from './pair-point.js';
import type { AxisNames } from './scatter.js';

/** Pixels of a strip, and how far dots are strewn to either side of its middle. */
const strip = 34;
const strewn = 11;

/** A strip of dots for each label, and its median as a tick. @param labels which of the two is labels */
export function strips(
  points: readonly PairPoint[],
  names: AxisNames,
  labels: 'x' | 'y',
  width: number,
): Element {
  const numbers = labels === 'x' ? 'y' : 'x';
  const { domain, shown } = drawnLabels(points.map((point) => String(point[labels])));
  const rows = points.map((point, at) => ({
    label: shown(String(point[labels])),
    value: point[numbers],
    // The golden ratio strews evenly, and the same each time.
    shift: 2 * ((at * 0.6180339887) % 1) - 1,
  }));
  const fillOpacity = Math.max(0.25, Math.min(0.8, 200 / points.length));
  return Plot.plot({
    ...figureStyle,
    width,
    height: 80 + strip * domain.length,
    marginLeft: labelRoom(domain),
    x: { label: `${names[numbers]} →`, grid: true, ticks: isNarrow(width) ? 4 : 8, nice: true },
    y: { label: names[labels], labelAnchor: 'top', domain: [...domain], tickFormat: shortLabel, tickSize: 0 },
    marks: [
      // Dots of a band are strewn by marks of their own, since Plot shifts a mark as a whole.
      ...Array.from({ length: 2 * strewn + 1 }, (_, at) => at - strewn).map((dy) =>
        Plot.dot(
          rows.filter(({ shift }) => Math.round(shift * strewn) === dy),
          { x: 'value', y: 'label', r: 2.2, fill: 'var(--ours)', fillOpacity, dy },
        ),
      ),
      Plot.tickX(
        rows,
        Plot.groupY({ x: 'median' }, { x: 'value', y: 'label', stroke: 'var(--ink)', strokeWidth: 2.5 }),
      ),
    ],
  });
}
