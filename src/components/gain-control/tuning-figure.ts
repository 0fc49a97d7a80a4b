import * as Plot from '@observablehq/plot';
import { greatest, max } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import type { TuningRow } from '../../papers/gain-control/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference } from '../marks.js';
import { isNarrow } from '../panels.js';
import { contexts } from './series.js';

export interface TuningSettings {
  /** Preference of the neuron that stands out, degrees. */
  readonly theta: number;
  /** Degrees. */
  readonly adapter: number;
}

/** Tuning curves of one network before and after adaptation: one neuron heavy, every third of the others faint. */
export function tuningFigure(
  open: readonly TuningRow[],
  { theta, adapter }: TuningSettings,
  width: number,
): SVGElement | HTMLElement {
  // 180° is 0° again: the curves close.
  const rows = [...open, ...open.filter(({ s }) => s === 0).map((row) => ({ ...row, s: 180 }))];
  const chosen = rows.filter((row) => row.theta === theta);
  const others = rows.filter((row) => row.theta !== theta && Math.round(row.theta) % 15 === 0);
  const place = { x: 's', y: 'r', by: 'context', series: contexts } as const;
  const tops = contexts.ids.flatMap(
    (id) =>
      greatest(
        chosen.filter(({ context }) => context === id),
        ({ r }) => r,
      ) ?? [],
  );
  return Plot.plot({
    ...figureStyle,
    width,
    height: isNarrow(width) ? 320 : 400,
    grid: true,
    x: {
      label: 'Orientation of the stimulus (°) →',
      domain: [0, 180],
      ticks: [0, 30, 60, 90, 120, 150, 180],
    },
    y: { label: '↑ Response', nice: true },
    ...contexts.scales(),
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.5 }),
      reference({ x: adapter, label: 'adapter' }),
      lines(others, { ...place, z: 'theta', strokeWidth: 1, strokeOpacity: 0.4 }),
      lines(chosen, { ...place, strokeWidth: 3 }),
      dots(tops, { ...place, r: 5, strokeWidth: 2 }),
      Plot.tip(
        chosen,
        Plot.pointer({
          x: 's',
          y: 'r',
          title: ({ context, r, s }: TuningRow) => `${contexts.label(context)}: ${decimals(r, 3)} at ${s}°`,
        }),
      ),
    ],
  });
}

/** How high the curves of a neuron are: `before (control) 1.10; adapted 0.91`. */
export function topsInWords(
  rows: readonly TuningRow[],
  { network, theta }: { readonly network: string; readonly theta: number },
): string {
  const own = rows.filter((row) => row.network === network && row.theta === theta);
  return contexts.ids
    .map((id) => {
      const top = max(own, ({ context, r }) => (context === id ? r : undefined));
      return `${contexts.label(id)} ${top === undefined ? 'no value' : decimals(top, 2)}`;
    })
    .join('; ');
}
