import * as Plot from '@observablehq/plot';
import { extent, min, sort } from 'd3-array';
import { float64, int32, type RowOf, type TableSchema } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import { figureStyle } from '../figure-style.js';
import { coursesInWords } from '../in-words.js';
import { dots, lines } from '../marks.js';
import { panels } from '../panels.js';
import { series } from '../series.js';

/** What the notebook makes. */
export const errorTable = {
  description: 'The errors of an estimator on many samples of one kind',
  columns: {
    rho: float64('correlation of the two variables'),
    k: int32('neighbours that the estimator looks at'),
    n: int32('pairs in a sample'),
    samples: int32('samples that the errors are of'),
    bias: float64('mean error', 'nats'),
    low: float64('lower end of its 95 % interval', 'nats'),
    high: float64('upper end of its 95 % interval', 'nats'),
    spread: float64('standard deviation of an estimate', 'nats'),
  },
} satisfies TableSchema;
export type ErrorRow = RowOf<typeof errorTable.columns>;

/** What the charts of one correlation show, for who does not see them. */
export function errorsInWords(rows: readonly ErrorRow[], { rho }: { readonly rho: number }): string {
  const shown = rows.filter((row) => row.rho === rho);
  const courses = (value: (row: ErrorRow) => number) =>
    coursesInWords(shown, { by: ({ k }) => `k = ${k}`, along: ({ n }) => n, value });
  const [fewest, most] = extent(shown, ({ n }) => n);
  return `From ${fewest} to ${most} pairs, the bias in nats goes: ${courses(({ bias }) => bias)}. The spread: ${courses(({ spread }) => spread)}.`;
}

/** What a choice of k trades in the smallest sample: the bias of most neighbours for the spread of fewest. */
export function tradeInWords(rows: readonly ErrorRow[], { rho }: { readonly rho: number }): string {
  const shown = rows.filter((row) => row.rho === rho);
  const fewest = min(shown, ({ n }) => n);
  const smallest = sort(
    shown.filter(({ n }) => n === fewest),
    ({ k }) => k,
  );
  const told = [smallest[0], smallest[smallest.length - 1]].map(
    ({ k, bias, spread }) =>
      `k = ${k} errs by ${decimals(bias, 2)} nats on average and scatters by ${decimals(spread, 2)}`,
  );
  return `With ${fewest} pairs, ${told.join('; ')}.`;
}

/** Bias and spread of estimates against the size of the sample, a line a number of neighbours. */
export function estimatorError(
  rows: readonly ErrorRow[],
  { rho }: { readonly rho: number },
  width: number,
): HTMLElement {
  const ids = [...new Set(rows.map(({ k }) => String(k)))];
  const neighbours = series(Object.fromEntries(ids.map((k) => [k, `k = ${k}`])));
  const sizes = [...new Set(rows.map(({ n }) => n))];
  const shown = rows.filter((row) => row.rho === rho);
  const by = ({ k }: ErrorRow) => String(k);
  const drawn = (y: 'bias' | 'spread') => [
    // Texts, not a format: of a logarithmic axis, Plot formats some ticks only.
    Plot.axisX(sizes, { text: String }),
    Plot.ruleY([0], { stroke: 'var(--ink)' }),
    lines(shown, { x: 'n', y, by, series: neighbours }),
    dots(shown, { x: 'n', y, by, series: neighbours, tip: true }),
  ];
  const highest = Math.max(...rows.map(({ spread }) => spread));
  return panels(width, {
    legend: neighbours.legend(),
    draw(panel) {
      const { color, symbol } = neighbours.scales();
      const shared: Plot.PlotOptions = {
        ...figureStyle,
        width: panel,
        height: Math.min(340, Math.max(280, panel * 0.8)),
        grid: true,
        x: { type: 'log', label: 'Pairs in a sample →' },
        color,
        symbol: { ...symbol, legend: false },
      };
      return [
        Plot.plot({
          ...shared,
          y: { label: '↑ Bias: mean error (nats)', nice: true },
          marks: [
            Plot.ruleX(shown, { x: 'n', y1: 'low', y2: 'high', stroke: by, strokeWidth: 1.75 }),
            drawn('bias'),
          ],
        }),
        Plot.plot({
          ...shared,
          y: { label: '↑ Spread: standard deviation (nats)', domain: [0, highest], nice: true },
          marks: drawn('spread'),
        }),
      ];
    },
  });
}
