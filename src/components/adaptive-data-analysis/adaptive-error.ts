import * as Plot from '@observablehq/plot';
import { escape, op, type ColumnTable } from 'arquero';
import { adaptiveError as closedForm } from '../../papers/adaptive-data-analysis/adaptive-error.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { mechanismLabels, scalesOf } from './series.js';

/** Which error is drawn: the largest of all answers, or that of the final query. */
export type ErrorColumn = 'max_error' | 'final_error';

export interface AdaptiveErrorOptions {
  /** Size of the sample of the left panel. */
  readonly n: number;
  /** Standard deviation of the noise. */
  readonly sigma: number;
  readonly error: ErrorColumn;
  readonly width: number;
}

/** T + 4·tolerance of the coordinated answers. */
const allowed = 0.23;

const labels: Readonly<Record<ErrorColumn, string>> = {
  max_error: '↑ Largest error of an answer',
  final_error: '↑ Error of the final query',
};

interface ErrorRow {
  readonly m: number;
  readonly mechanism: string;
  readonly error: number;
}

/** Errors against the number of adaptive queries: with noise on the left, with coordination on the right. */
export function adaptiveError(
  noisy: ColumnTable,
  coordinated: ColumnTable,
  { n, sigma, error, width }: AdaptiveErrorOptions,
): HTMLElement {
  const narrow = width < 620;
  const panel = { width: narrow ? width : (width - 16) / 2, label: labels[error] };
  const left = noisy.filter(
    escape((row: { n: number; sigma: number }) => row.n === n && (row.sigma === 0 || row.sigma === sigma)),
  );
  const right = coordinated.orderby('m');
  const [sample] = right.array('n') as number[];
  const queries = left.array('m') as number[];
  const { color, symbol } = scalesOf(mechanismLabels);
  const along = curve(Math.min(...queries), Math.max(...queries));
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, Plot.legend({ color, symbol, style: { fontFamily: 'inherit' } })),
    errorPanel(errorsOf(left, error), {
      ...panel,
      title: `Noise: n = ${n.toLocaleString('en')} points`,
      marks: [0, sigma].map((noise) =>
        Plot.line(along, {
          x: (m: number) => m,
          y: (m: number) => closedForm(m, n, noise),
          stroke: 'var(--ink-soft)',
          strokeDasharray: '2 4',
        }),
      ),
    }),
    errorPanel(errorsOf(right, error), {
      ...panel,
      title: `Coordination: n = ${sample.toLocaleString('en')} points`,
      marks: [
        Plot.ruleY([allowed], { stroke: 'var(--ink-soft)', strokeDasharray: '6 3' }),
        Plot.text([allowed], {
          y: (y: number) => y,
          text: String,
          frameAnchor: 'right',
          textAnchor: 'end',
          lineAnchor: 'top',
          dy: 5,
          fill: 'var(--ink-soft)',
        }),
      ],
    }),
  );
}

function errorsOf(runs: ColumnTable, error: ErrorColumn): { all: ErrorRow[]; means: ErrorRow[] } {
  const named = runs.select('m', 'mechanism', { [error]: 'error' });
  const means = named
    .groupby('mechanism', 'm')
    .rollup({ error: op.mean('error') })
    .orderby('m');
  return { all: named.objects() as ErrorRow[], means: means.objects() as ErrorRow[] };
}

function errorPanel(
  { all, means }: { all: ErrorRow[]; means: ErrorRow[] },
  { title, width, label, marks }: { title: string; width: number; label: string; marks: Plot.Markish },
): SVGElement | HTMLElement {
  const shown = Object.keys(mechanismLabels).filter((id) => means.some(({ mechanism }) => mechanism === id));
  const scales = scalesOf(mechanismLabels, shown);
  return Plot.plot({
    ...figureStyle,
    width,
    height: 340,
    grid: true,
    x: { type: 'log', label: 'Queries m before the final one (log scale) →', tickFormat: '~s', ticks: 5 },
    y: { label, domain: [0, 1] },
    color: scales.color,
    symbol: { ...scales.symbol, legend: false },
    marks: [
      Plot.text([title], { frameAnchor: 'top-left', dx: 6, dy: 6, fontWeight: 'bold' }),
      marks,
      Plot.dot(all, { x: 'm', y: 'error', stroke: 'mechanism', strokeOpacity: 0.3, r: 1.6 }),
      shown.map((id) =>
        Plot.line(
          means.filter(({ mechanism }) => mechanism === id),
          { x: 'm', y: 'error', stroke: 'mechanism', strokeWidth: 2, strokeDasharray: scales.dash(id) },
        ),
      ),
      Plot.dot(means, {
        x: 'm',
        y: 'error',
        stroke: 'mechanism',
        symbol: 'mechanism',
        fill: 'var(--ground)',
        r: 4,
        tip: { format: { x: ',', y: '.3f', symbol: false } },
      }),
    ],
  });
}

/** Numbers of queries, evenly spaced on a logarithmic axis. */
export function curve(from: number, to: number, steps = 80): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from * (to / from) ** (i / steps));
}
