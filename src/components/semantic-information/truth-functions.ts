import * as Plot from '@observablehq/plot';
import type { Meaning } from '../../papers/semantic-information/meaning.js';
import { figureStyle } from '../figure-style.js';

/** Truth functions of labels over their instances, with the prior (scaled to its largest value) behind them. */
export function truthFunctions({ prior, truth }: Meaning, width: number): SVGElement | HTMLElement {
  const labels = truth.length / prior.length;
  const most = Math.max(...prior);
  const rows = Array.from(truth, (value, at) => ({ x: Math.floor(at / labels), label: at % labels, value }));
  return Plot.plot({
    ...figureStyle,
    width,
    height: 200,
    x: { label: 'x →' },
    y: { label: '↑ Truth T(θ|x); grey: P(x), scaled', domain: [0, 1], ticks: 3, grid: true },
    marks: [
      Plot.areaY(
        [...prior].map((p, x) => ({ x, value: p / most })),
        { x: 'x', y: 'value', fill: 'var(--ink-soft)', fillOpacity: 0.2 },
      ),
      Plot.line(rows, { x: 'x', y: 'value', z: 'label', stroke: 'var(--ours)', strokeWidth: 2 }),
    ],
  });
}
