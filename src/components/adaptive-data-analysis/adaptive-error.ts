import * as Plot from '@observablehq/plot';
import { flatRollup, max, mean, min, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { count, decimals } from '../../lib/text/number.js';
import { adaptiveError as closedForm } from '../../papers/adaptive-data-analysis/adaptive-error.js';
import type { tables } from '../../papers/adaptive-data-analysis/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { dots, lines, reference } from '../marks.js';
import { type PanelPlace, panelPlace, panels } from '../panels.js';
import { mechanisms } from './series.js';

type Rows = RowsOf<typeof tables>;
type ErrorRow = Rows['adaptive_error'][number] | Rows['coordinated_error'][number];

/** Which error is drawn: the largest of all answers, or that of the final query. */
export type ErrorColumn = 'max_error' | 'final_error';

export interface AdaptiveErrorSettings {
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

/** Errors against the number of adaptive queries: with coordination first, and with noise. */
export function adaptiveError(
  noisy: Rows['adaptive_error'],
  coordinated: CoordinatedRows,
  { n, sigma, error }: AdaptiveErrorSettings,
  width: number,
): Drawing {
  const exactAndNoisy = noisy.filter((row) => row.n === n && (row.sigma === 0 || row.sigma === sigma));
  const along = curve(
    min(exactAndNoisy, ({ m }) => m)!,
    max(exactAndNoisy, ({ m }) => m)!,
  );
  const most = max(coordinated, ({ m }) => m)!;
  const plot = panels(width, {
    legend: mechanisms.legend(),
    draw: (panel, narrow) => [
      errorPanel(coordinated, {
        error,
        width: panel,
        title: `Coordination: n = ${count(coordinated[0].n)} points`,
        place: panelPlace(0, 2, narrow ? 1 : 2),
        marks: [
          reference({ y: allowed, label: `allowed ${allowed}` }),
          reference({ x: 10 * coordinated[0].n }),
        ],
      }),
      errorPanel(exactAndNoisy, {
        error,
        width: panel,
        title: `Noise: n = ${count(n)} points`,
        place: panelPlace(1, 2, narrow ? 1 : 2),
        marks: [0, sigma].map((noise) =>
          Plot.line(along, {
            x: (m: number) => m,
            y: (m: number) => closedForm(m, n, noise),
            stroke: 'var(--ink-soft)',
            strokeDasharray: '2 4',
          }),
        ),
      }),
    ],
  });
  const [plain, coordinate] = (['empirical', 'pmw'] as const).map((kind) =>
    decimals(meanError(coordinated, kind, most, error), 2),
  );
  return {
    plot,
    title: atTenfold(coordinated, error),
    caption: `Lower is better; small dots are runs, the vertical line ten queries a point. Coordination, against an attack that knows the truth: ${lowerFirst(heldInWords(coordinated))}, in the largest error of an answer. Noise, another attack on another sample: the dotted lines are the closed form e(m, n, σ) of the final query’s error, without noise and with σ = ${sigma}.`,
    alternative: `Two panels of error against the number of queries on a logarithmic axis. ${atTenfold(coordinated, error)} With ${count(most)} queries they are off by ${plain} and ${coordinate}. ${heldInWords(coordinated)}.`,
  };
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

interface ErrorPanel {
  readonly error: ErrorColumn;
  readonly width: number;
  readonly title: string;
  readonly place: PanelPlace;
  /** What the errors are compared with. */
  readonly marks: Plot.Markish;
}

/** Means over runs as a line for each mechanism, over small dots, which are runs. */
function errorPanel(
  runs: readonly ErrorRow[],
  { error, width, title, place: { first, foot }, marks }: ErrorPanel,
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
    marginTop: 44,
    width,
    height: 354,
    grid: true,
    x: {
      ...logAxis(runs.map(({ m }) => m)),
      label: foot ? 'Queries m before the final one (log scale) →' : null,
      tickFormat: '~s',
    },
    y: { label: first ? labels[error] : null, domain: [0, 1] },
    color,
    symbol: { ...symbol, legend: false },
    marks: [
      Plot.text([title], { frameAnchor: 'top-left', dy: -20, fontWeight: 'bold' }),
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
