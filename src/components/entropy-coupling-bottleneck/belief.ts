import * as Plot from '@observablehq/plot';
import { escape, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { panelTitles } from './panel-titles.js';
import { dashOf, seriesScales } from '../series-scales.js';
import { encoderLabels } from './series.js';

export interface BeliefOptions {
  readonly ratio: number;
  /** In the true message, or in its code word. */
  readonly of: 'belief_true' | 'belief_word';
  readonly width: number;
}

/** Mean belief of the receiver against the steps taken, a line a temperature, a panel an encoder. */
export function belief(table: ColumnTable, { ratio, of, width }: BeliefOptions): SVGElement | HTMLElement {
  const rows = table.filter(escape((row: { ratio: number }) => row.ratio === ratio)).objects() as {
    beta: number;
    encoder: string;
    step: number;
  }[];
  const betas = [...new Set(rows.map(({ beta }) => beta))].sort((a, b) => a - b);
  const narrow = width < 620;
  const facet = ({ encoder }: { encoder: string }) => encoderLabels[encoder];
  const across = narrow ? { fy: facet } : { fx: facet };
  const panels = { domain: Object.values(encoderLabels), axis: null, padding: 0.12 };
  const { color, symbol } = seriesScales(betas.map(String), (beta) => `β = ${beta}`);
  const series = ({ beta }: { beta: number }) => String(beta);
  return Plot.plot({
    ...figureStyle,
    marginTop: narrow ? 30 : 44,
    width,
    height: narrow ? 620 : 340,
    grid: true,
    ...(narrow ? { fy: panels } : { fx: panels }),
    x: { label: 'Steps taken →' },
    y: {
      label: of === 'belief_true' ? '↑ Belief in the true message' : '↑ Belief in the true code word',
      domain: [0, 1],
    },
    color,
    symbol: { ...symbol, legend: true },
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      panelTitles(narrow),
      ...betas.map((beta, index) =>
        Plot.line(
          rows.filter((row) => row.beta === beta),
          {
            ...across,
            x: 'step',
            y: of,
            z: 'encoder',
            stroke: series,
            strokeWidth: 1.8,
            strokeDasharray: dashOf(index),
          },
        ),
      ),
      Plot.dot(
        rows.filter(({ step }) => step % 10 === 0),
        {
          ...across,
          x: 'step',
          y: of,
          stroke: series,
          symbol: series,
          fill: 'var(--ground)',
          r: 3,
          tip: { format: { fx: false, fy: false, symbol: false, y: '.3f' } },
        },
      ),
    ],
  });
}
