import * as Plot from '@observablehq/plot';
import { flatRollup, min } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { series } from '../series.js';

type AllocationRow = RowsOf<typeof tables>['allocation'][number];

/** Variance of each mode by the multiplier of the entropy, a group of bars a multiplier, under its effective dimension. */
export function allocationFigure(
  allocation: readonly AllocationRow[],
  width: number,
): SVGElement | HTMLElement {
  const narrow = isNarrow(width);
  const gammas = [...new Set(allocation.map(({ gamma }) => gamma))].filter((_, i) => !narrow || i % 2 === 0);
  const rows = allocation.filter(({ gamma }) => gammas.includes(gamma));
  const modes = series(
    Object.fromEntries(allocation.map(({ mode, gain }) => [String(mode), `gain ${gain}`])),
  );
  const mode = (row: AllocationRow) => String(row.mode);
  return Plot.plot({
    ...figureStyle,
    marginTop: 60,
    width,
    height: 320,
    color: { ...modes.scales().color, legend: true },
    fx: {
      label: 'Multiplier γ of the entropy →',
      labelAnchor: 'right',
      axis: 'bottom',
      type: 'band',
      domain: gammas,
      padding: 0.2,
    },
    x: { axis: null, domain: modes.ids, type: 'band' },
    y: { label: '↑ Variance given to a mode', grid: true, domain: [0, 0.8] },
    marks: [
      Plot.barY(rows, { x: mode, y: 'p', fx: 'gamma', fill: mode }),
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      Plot.text(
        rows.filter((row) => mode(row) === modes.ids[0]),
        {
          fx: 'gamma',
          text: ({ d_eff }: AllocationRow) => d_eff.toFixed(2),
          frameAnchor: 'top',
          dy: -16,
          fontWeight: 600,
          fill: 'var(--ink)',
        },
      ),
      Plot.text(['effective dimension'], {
        frameAnchor: 'top-left',
        dy: -34,
        fill: 'var(--ink-soft)',
        facet: 'super',
      }),
    ],
  });
}

/** The least variance that any mode gets, multiplier by multiplier. */
export function leastInWords(allocation: readonly AllocationRow[]): string {
  return flatRollup(
    allocation,
    (modes) => min(modes, ({ p }) => p)!,
    ({ gamma }) => gamma,
  )
    .map(([gamma, least]) => `${decimals(least, 3)} at γ = ${gamma}`)
    .join(', ');
}
