import * as Plot from '@observablehq/plot';
import type { RowOf } from '../../lib/experiment/column.js';
import type { StatementId, tables } from '../../papers/cs-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { diagonal } from '../marks.js';

type PairRow = RowOf<typeof tables.gaussian_pairs.columns>;

const [least, most] = [1e-3, 30];

/** Random instances of an inequality between normal laws: those above the diagonal violate it. */
export function bounds(
  pairs: readonly PairRow[],
  { statement }: { readonly statement: StatementId },
  width: number,
): SVGElement | HTMLElement {
  const rows = pairs.filter((row) => row.statement === statement && row.cs > 0);
  const outcome = ({ cs, shannon }: PairRow) => (cs > shannon ? 'violated' : 'holds');
  const outcomes = ['holds', 'violated'];
  const axis = { type: 'log', tickFormat: '~g', domain: [least, most] } as const;
  const side = Math.min(width, 460);
  return Plot.plot({
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
}
