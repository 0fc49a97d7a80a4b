import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import type { TuningRow } from './rows.js';

export interface TuningFigureOptions {
  /** Preference of the neuron that stands out, degrees. */
  readonly theta: number;
  readonly adapter: number;
  readonly width: number;
}

const contexts = { control: 'before (control)', adapted: 'adapted' } as const;

/** Tuning curves of one network before and after adaptation: one neuron heavy, every third of the others faint. */
export function tuningFigure(
  open: readonly TuningRow[],
  { theta, adapter, width }: TuningFigureOptions,
): SVGElement | HTMLElement {
  // 180° is 0° again: the curves close.
  const rows = [...open, ...open.filter(({ s }) => s === 0).map((row) => ({ ...row, s: 180 }))];
  const chosen = rows.filter((row) => row.theta === theta);
  const others = rows.filter((row) => row.theta !== theta && Math.round(row.theta) % 15 === 0);
  const curves = (from: readonly TuningRow[], context: string, strokeWidth: number, strokeOpacity: number) =>
    Plot.line(
      from.filter((row) => row.context === context),
      {
        x: 's',
        y: 'r',
        z: 'theta',
        stroke: 'context',
        strokeWidth,
        strokeOpacity,
        strokeDasharray: context === 'control' ? '6 3' : 'none',
      },
    );
  const tops = Object.keys(contexts).map((context) =>
    chosen.filter((row) => row.context === context).reduce((top, row) => (row.r > top.r ? row : top)),
  );
  return Plot.plot({
    ...figureStyle,
    width,
    height: width < 620 ? 320 : 400,
    grid: true,
    x: {
      label: 'Orientation of the stimulus (°) →',
      domain: [0, 180],
      ticks: [0, 30, 60, 90, 120, 150, 180],
    },
    y: { label: '↑ Response', nice: true },
    color: {
      domain: Object.keys(contexts),
      range: ['var(--series-2)', 'var(--series-1)'],
      tickFormat: (id: keyof typeof contexts) => contexts[id],
    },
    symbol: {
      domain: Object.keys(contexts),
      range: ['square', 'circle'],
      tickFormat: (id: keyof typeof contexts) => contexts[id],
      legend: true,
    },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--ink-soft)', strokeOpacity: 0.5 }),
      Plot.ruleX([adapter], { stroke: 'var(--ink)', strokeDasharray: '2 3' }),
      Plot.text(['adapter'], { x: adapter, frameAnchor: 'top', dy: -14, text: (text: string) => text }),
      curves(others, 'control', 1, 0.35),
      curves(others, 'adapted', 1, 0.45),
      curves(chosen, 'control', 3, 1),
      curves(chosen, 'adapted', 3, 1),
      Plot.dot(tops, { x: 's', y: 'r', stroke: 'context', symbol: 'context', fill: 'var(--ground)', r: 5, strokeWidth: 2 }), // prettier-ignore
      Plot.tip(chosen, Plot.pointer({ x: 's', y: 'r', title: (row: TuningRow) => `${contexts[row.context as keyof typeof contexts]}: ${row.r.toFixed(3).replace('-', '−')} at ${row.s}°` })), // prettier-ignore
    ],
  });
}
