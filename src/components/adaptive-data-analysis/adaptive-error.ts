import * as Plot from '@observablehq/plot';
import { flatRollup, max, mean, min, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, decimals } from '../../lib/text/number.js';
import { capitalised } from '../../lib/text/sentence.js';
import { adaptiveError as closedForm } from '../../papers/adaptive-data-analysis/adaptive-error.js';
import type { tables } from '../../papers/adaptive-data-analysis/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { dots, lines, reference } from '../marks.js';
import { mechanisms } from './series.js';

type Rows = RowsOf<typeof tables>;
type ErrorRow = Rows['adaptive_error'][number] | Rows['coordinated_error'][number];

/** Which error is drawn: the largest of all answers, or that of the final query. */
export type ErrorColumn = 'max_error' | 'final_error';

export interface NoisyErrorSettings {
  /** Size of the sample that noise is tried on. */
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

type CoordinatedRows = Rows['coordinated_error'];

/** The mean of an error over the attacks on one kind of answer, with so many queries. */
function meanError(
  rows: CoordinatedRows,
  kind: CoordinatedRows[number]['mechanism'],
  queries: number,
  error: ErrorColumn,
): number {
  const runs = rows.filter(({ mechanism, m }) => mechanism === kind && m === queries);
  return mean(runs, (row) => row[error]) ?? NaN;
}

/** What the attack does to both kinds of answer at ten queries a point, in a sentence. */
function atTenfold(coordinated: CoordinatedRows, error: ErrorColumn): string {
  const [tenfold] = coordinated.map(({ n }) => 10 * n);
  const [plain, coordinate] = (['empirical', 'pmw'] as const).map((kind) =>
    decimals(meanError(coordinated, kind, tenfold, error), 2),
  );
  return `At ten queries a point the attack puts plain averages off by ${plain}, coordinated answers by ${coordinate}.`;
}

/** Up to how many queries coordinated answers keep below what is allowed, and from how many on they do not. */
function heldInWords(coordinated: CoordinatedRows): string {
  const numbers = sort(new Set(coordinated.map(({ m }) => m)));
  const holds = (m: number) => meanError(coordinated, 'pmw', m, 'max_error') <= allowed;
  const fails = numbers.findIndex((m) => !holds(m));
  const line = 'the dashed line, T + 4·tolerance,';
  if (fails < 0) return `Coordinated answers stay under ${line} throughout`;
  if (fails === 0) return `Coordinated answers lie above ${line} from the start`;
  return `Coordinated answers stay under ${line} up to ${count(numbers[fails - 1])} queries, and lie above it with ${count(numbers[fails])}`;
}

/** Errors against the number of adaptive queries, of plain averages and of coordinated answers under the same attack. */
export function coordinatedError(rows: CoordinatedRows, error: ErrorColumn, width: number): Drawing {
  const most = max(rows, ({ m }) => m)!;
  const tenfold = 10 * rows[0].n;
  const [plain, coordinate] = (['empirical', 'pmw'] as const).map((kind) =>
    decimals(meanError(rows, kind, most, error), 2),
  );
  return {
    plot: errorPlot(rows, {
      error,
      width,
      named: tenfold,
      marks: [reference({ y: allowed, label: `allowed ${allowed}` }), reference({ x: tenfold })],
    }),
    title: atTenfold(rows, error),
    caption: `Lower is better; small dots are attacks on samples of ${count(rows[0].n)} points, rings their mean, the vertical line ten queries a point. The attack knows the truth. ${heldInWords(rows)}, in the largest error of an answer.`,
    alternative: `Error against the number of queries on a logarithmic axis. ${atTenfold(rows, error)} With ${count(most)} queries they are off by ${plain} and ${coordinate}. ${heldInWords(rows)}.`,
  };
}

/** Errors against the number of adaptive queries, of plain averages and of averages with noise. */
export function noisyError(
  all: Rows['adaptive_error'],
  { n, sigma, error }: NoisyErrorSettings,
  width: number,
): Drawing {
  const rows = all.filter((row) => row.n === n && (row.sigma === 0 || row.sigma === sigma));
  const ends = [min(rows, ({ m }) => m)!, max(rows, ({ m }) => m)!] as const;
  const off = (kind: Rows['adaptive_error'][number]['mechanism'], queries: number) =>
    decimals(
      mean(
        rows.filter(({ mechanism, m }) => mechanism === kind && m === queries),
        (row) => row[error],
      ) ?? NaN,
      2,
    );
  const [few, many] = ends.map(
    (queries) =>
      `with ${count(queries)} queries plain averages are off by ${off('empirical', queries)}, averages with normal noise by ${off('gaussian', queries)}`,
  );
  const found = `${capitalised(few)}; ${many}.`;
  return {
    plot: errorPlot(rows, {
      error,
      width,
      marks: [0, sigma].map((noise) =>
        Plot.line(curve(...ends), {
          x: (m: number) => m,
          y: (m: number) => closedForm(m, n, noise),
          stroke: 'var(--ink-soft)',
          strokeDasharray: '2 4',
        }),
      ),
    }),
    title: found,
    caption: `Another attack, on samples of ${count(n)} fair signs. The dotted lines are the closed form e(m, n, σ) of the final query’s error, without noise and with σ = ${sigma}.`,
    alternative: `Error against the number of queries on a logarithmic axis. ${found}`,
  };
}

interface ErrorPlot {
  readonly error: ErrorColumn;
  readonly width: number;
  /** The number of queries at which the means are told in numbers. */
  readonly named?: number;
  /** What the errors are compared with. */
  readonly marks: Plot.Markish;
}

/** Means over runs as a line for each mechanism, named at its end, over small dots, which are runs. */
function errorPlot(runs: readonly ErrorRow[], { error, width, named, marks }: ErrorPlot) {
  const means = sort(
    flatRollup(
      runs,
      (own) => mean(own, (row) => row[error])!,
      ({ mechanism }) => mechanism,
      ({ m }) => m,
    ).map(([mechanism, m, value]) => ({ mechanism, m, error: value })),
    ({ m }) => m,
  );
  const last = max(means, ({ m }) => m);
  const place = { x: 'm', y: 'error', by: 'mechanism', series: mechanisms } as const;
  const { color, symbol } = mechanisms.scales(means.map(({ mechanism }) => mechanism));
  const words = {
    x: 'm',
    y: 'error',
    fill: 'mechanism',
    fontWeight: 'bold',
    stroke: 'var(--ground)',
    strokeWidth: 4,
  } as const;
  return Plot.plot({
    ...figureStyle,
    marginTop: 30,
    width,
    height: 320,
    grid: true,
    x: {
      ...logAxis(runs.map(({ m }) => m)),
      label: 'Queries m before the final one →',
      tickFormat: '~s',
    },
    y: { label: labels[error], domain: [0, 1] },
    color: { ...color, legend: false },
    symbol: { ...symbol, legend: false },
    marks: [
      marks,
      Plot.dot(runs, { x: 'm', y: error, stroke: 'mechanism', strokeOpacity: 0.3, r: 1.6 }),
      lines(means, place),
      dots(means, { ...place, r: 4, tip: { format: { x: ',', y: '.3f', symbol: false } } }),
      Plot.text(
        means.filter(({ m }) => m === last),
        { ...words, text: ({ mechanism }) => mechanisms.label(mechanism), textAnchor: 'end', dx: 6, dy: -14 },
      ),
      Plot.text(
        means.filter(({ m }) => m === named),
        { ...words, text: (row) => decimals(row.error, 2), textAnchor: 'end', dx: -8, dy: -8 },
      ),
    ],
  });
}

/** Numbers of queries, evenly spaced on a logarithmic axis. */
export function curve(from: number, to: number, steps = 80): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from * (to / from) ** (i / steps));
}
