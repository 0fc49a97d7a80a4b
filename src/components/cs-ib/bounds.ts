import * as Plot from '@observablehq/plot';
import type { RowOf } from '../../lib/experiment/column.js';
import { count } from '../../lib/text/number.js';
import type { StatementId, tables } from '../../papers/cs-ib/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { logAxis } from '../log-axis.js';
import { diagonal } from '../marks.js';

type PairRow = RowOf<typeof tables.gaussian_pairs.columns>;

const [least, most] = [1e-3, 30];

/** Random instances of an inequality between normal laws: those above the diagonal violate it. */
export function bounds(
  pairs: readonly PairRow[],
  { statement }: { readonly statement: StatementId },
  width: number,
): Drawing {
  const rows = pairs.filter((row) => row.statement === statement && row.cs > 0);
  const outcome = ({ cs, shannon }: PairRow) => (cs > shannon ? 'violated' : 'holds');
  const outcomes = ['holds', 'violated'];
  const axis = { ...logAxis([least, most]), tickFormat: '~g', domain: [least, most] } as const;
  const side = Math.min(width, 460);
  const plot = Plot.plot({
    ...figureStyle,
    width: side,
    height: side,
    grid: true,
    x: { ...axis, label: 'Shannon side (nats, log scale) →' },
    y: { ...axis, label: '↑ Cauchy–Schwarz side (nats, log scale)' },
    color: { domain: outcomes, range: ['var(--reproduced)', 'var(--not-reproduced)'] },
    symbol: { domain: outcomes, range: ['circle', 'times'], legend: true },
    marks: [
      diagonal(least, most),
      Plot.dot(rows, { x: 'shannon', y: 'cs', stroke: outcome, symbol: outcome, r: 2.5, clip: true }),
    ],
  });
  const violated = rows.filter((row) => outcome(row) === 'violated').length;
  return {
    plot,
    alternative: `Scatter plot on logarithmic axes with a diagonal. ${count(violated)} of ${count(rows.length)} marks lie above it, where the inequality is violated.`,
  };
}
