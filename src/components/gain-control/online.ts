import * as Plot from '@observablehq/plot';
import { op, type ColumnTable } from 'arquero';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';

interface OnlinePoint {
  readonly step: number;
  readonly biased: boolean;
  readonly distance: number;
  readonly low: number;
  readonly high: number;
  readonly g_adapter: number;
  readonly adapter_low: number;
  readonly adapter_high: number;
  readonly g_ortho: number;
  readonly ortho_low: number;
  readonly ortho_high: number;
  readonly best_adapter: number;
  readonly best_ortho: number;
}

/** Gains and their distance from the closed form as stimuli come in: of one sequence, or means and ranges of all. */
export function onlineFigure(
  online: ColumnTable,
  { seed, width }: { readonly seed: number | null; readonly width: number },
): HTMLElement {
  const all = seed === null ? online : online.params({ seed }).filter((row: { seed: number }, $: { seed: number }) => row.seed === $.seed); // prettier-ignore
  const points = all
    .groupby('step')
    .rollup({
      biased: op.any('biased'),
      distance: op.mean('distance'),
      low: op.min('distance'),
      high: op.max('distance'),
      g_adapter: op.mean('g_adapter'),
      adapter_low: op.min('g_adapter'),
      adapter_high: op.max('g_adapter'),
      g_ortho: op.mean('g_ortho'),
      ortho_low: op.min('g_ortho'),
      ortho_high: op.max('g_ortho'),
      best_adapter: op.any('best_adapter'),
      best_ortho: op.any('best_ortho'),
    })
    .orderby('step')
    .objects() as OnlinePoint[];
  const biased = points.filter((point) => point.biased).map(({ step }) => step);
  const last = points[points.length - 1].step;
  const size = { ...figureStyle, width, grid: true };
  const x = { domain: [0, last], tickFormat: (step: number) => String(step) } as const;
  const stretch = Plot.rectX([{ from: Math.min(...biased), to: Math.max(...biased) }], { x1: 'from', x2: 'to', fill: 'var(--ours)', fillOpacity: 0.09 }); // prettier-ignore
  const labels = { adapter: 'at the adapter', ortho: 'orthogonal to it' } as const;
  const scale = (range: string[]) => ({ domain: Object.keys(labels), range, tickFormat: (id: keyof typeof labels) => labels[id] }); // prettier-ignore
  const colors = { adapter: 'var(--series-1)', ortho: 'var(--series-2)' };
  const every = Math.ceil(points.length / 12);
  const marked = points
    .filter((_, i) => i % every === 0)
    .flatMap((point) =>
      (['adapter', 'ortho'] as const).map((neuron) => ({
        neuron,
        step: point.step,
        gain: point[`g_${neuron}`],
      })),
    );
  const gains = Plot.plot({
    ...size,
    height: 270,
    x: { ...x, label: null },
    y: { label: '↑ Gain', nice: true },
    color: scale(Object.values(colors)),
    symbol: { ...scale(['circle', 'square']), legend: true },
    marks: [
      stretch,
      ...(['adapter', 'ortho'] as const).flatMap((neuron) => [
        Plot.areaY(points, { x: 'step', y1: `${neuron}_low`, y2: `${neuron}_high`, fill: colors[neuron], fillOpacity: 0.18 }), // prettier-ignore
        Plot.line(points, { x: 'step', y: `best_${neuron}`, stroke: 'var(--ink)', strokeDasharray: '5 4', curve: 'step-before' }), // prettier-ignore
        Plot.line(points, { x: 'step', y: `g_${neuron}`, stroke: colors[neuron], strokeWidth: 2 }),
      ]),
      Plot.dot(marked, {
        x: 'step',
        y: 'gain',
        stroke: 'neuron',
        symbol: 'neuron',
        fill: 'var(--ground)',
        r: 4,
      }),
    ],
  });
  const distance = Plot.plot({
    ...size,
    height: 190,
    x: { ...x, label: 'Stimuli shown →' },
    y: { label: '↑ Largest distance from the closed form', domain: [0, Math.max(...points.map(({ high }) => high))], nice: true }, // prettier-ignore
    marks: [
      stretch,
      Plot.areaY(points, { x: 'step', y1: 'low', y2: 'high', fill: 'var(--ink)', fillOpacity: 0.15 }),
      Plot.line(points, { x: 'step', y: 'distance', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
    ],
  });
  return element('div', {}, gains, distance);
}
