import * as Plot from '@observablehq/plot';
import { flatRollup, max, mean, min, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, decimals } from '../../lib/text/number.js';
import { adaptiveError as closedForm } from '../../papers/adaptive-data-analysis/adaptive-error.js';
import type { tables } from '../../papers/adaptive-data-analysis/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference } from '../marks.js';
import { panels } from '../panels.js';
import { mechanisms } from './series.js';

type Rows = RowsOf<typeof tables>;
type ErrorRow = Rows['adaptive_error'][number] | Rows['coordinated_error'][number];

/** Which error is drawn: the largest of all answers, or that of the final query. */
export type ErrorColumn = 'max_error' | 'final_error';

export interface AdaptiveErrorSettings {
  /** Size of the sample of the left panel. */
  readonly n: number;
  /** Standard deviation of the noise. */
  readonly sigma: number;
  readonly error: ErrorColumn;
}

/** T + 4·tolerance of the coordinated answers. */
const allowed = 0.23;

const labels: Readonly<Record<ErrorColumn, string>> = {
  max_error: '↑ Largest error of an answer',
  final_error: '↑ Error of the final query',
};

/** Where both kinds of answer end in the right panel of {@link adaptiveError}, in the largest error of an answer. */
export function coordinatedInWords(coordinated: Rows['coordinated_error']): string {
  const most = max(coordinated, ({ m }) => m)!;
  const error = (name: Rows['coordinated_error'][number]['mechanism'], queries: number) => {
    const runs = coordinated.filter(({ mechanism, m }) => mechanism === name && m === queries);
    return decimals(mean(runs, ({ max_error }) => max_error) ?? NaN, 2);
  };
  const [tenfold] = coordinated.map(({ n }) => 10 * n);
  return `exact answers rise to ${error('empirical', most)}; coordinated ones to ${error('pmw', tenfold)} at ${count(tenfold)} queries and ${error('pmw', most)} at ${count(most)}`;
}

/** Errors against the number of adaptive queries: with noise on the left, with coordination on the right. */
export function adaptiveError(
  noisy: Rows['adaptive_error'],
  coordinated: Rows['coordinated_error'],
  { n, sigma, error }: AdaptiveErrorSettings,
  width: number,
): HTMLElement {
  const left = noisy.filter((row) => row.n === n && (row.sigma === 0 || row.sigma === sigma));
  const along = curve(
    min(left, ({ m }) => m)!,
    max(left, ({ m }) => m)!,
  );
  return panels(width, {
    legend: mechanisms.legend(),
    draw: (panel) => [
      errorPanel(left, {
        error,
        width: panel,
        title: `Noise: n = ${count(n)} points`,
        marks: [0, sigma].map((noise) =>
          Plot.line(along, {
            x: (m: number) => m,
            y: (m: number) => closedForm(m, n, noise),
            stroke: 'var(--ink-soft)',
            strokeDasharray: '2 4',
          }),
        ),
      }),
      errorPanel(coordinated, {
        error,
        width: panel,
        title: `Coordination: n = ${count(coordinated[0].n)} points`,
        marks: reference({ y: allowed, label: String(allowed) }),
      }),
    ],
  });
}

interface ErrorPanel {
  readonly error: ErrorColumn;
  readonly width: number;
  readonly title: string;
  /** What the errors are compared with. */
  readonly marks: Plot.Markish;
}

/** Means over runs as a line for each mechanism, over small dots, which are runs. */
function errorPanel(
  runs: readonly ErrorRow[],
  { error, width, title, marks }: ErrorPanel,
): SVGElement | HTMLElement {
  const means = flatRollup(
    runs,
    (own) => mean(own, (row) => row[error])!,
    ({ mechanism }) => mechanism,
    ({ m }) => m,
  ).map(([mechanism, m, value]) => ({ mechanism, m, error: value }));
  const place = { x: 'm', y: 'error', by: 'mechanism', series: mechanisms } as const;
  const { color, symbol } = mechanisms.scales(means.map(({ mechanism }) => mechanism));
  return Plot.plot({
    ...figureStyle,
    width,
    height: 340,
    grid: true,
    x: { type: 'log', label: 'Queries m before the final one (log scale) →', tickFormat: '~s', ticks: 5 },
    y: { label: labels[error], domain: [0, 1] },
    color,
    symbol: { ...symbol, legend: false },
    marks: [
      Plot.text([title], { frameAnchor: 'top-left', dx: 6, dy: 6, fontWeight: 'bold' }),
      marks,
      Plot.dot(runs, { x: 'm', y: error, stroke: 'mechanism', strokeOpacity: 0.3, r: 1.6 }),
      lines(
        sort(means, ({ m }) => m),
        place,
      ),
      dots(means, { ...place, r: 4, tip: { format: { x: ',', y: '.3f', symbol: false } } }),
    ],
  });
}

/** Numbers of queries, evenly spaced on a logarithmic axis. */
export function curve(from: number, to: number, steps = 80): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from * (to / from) ** (i / steps));
}
