import * as Plot from '@observablehq/plot';
import { bootstrapPearson } from '../../lib/statistics/pearson.js';
import { random } from '../../lib/statistics/random.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { distinct, type RunRow } from './rows.js';

export interface GeneralisationOptions {
  readonly activation: string;
  readonly measure: 'drop' | 'rel_drop';
  /** Leaves out networks that died. */
  readonly alive: boolean;
  readonly width: number;
}

const labels = { drop: 'Drop of I(X;T) (bits) →', rel_drop: 'Drop of I(X;T), as a share →' };

/** Compression against test accuracy: a panel a layer, a mark a network. */
export function generalisation(
  runs: readonly RunRow[],
  { activation, measure, alive, width }: GeneralisationOptions,
): HTMLElement {
  const own = runs.filter(
    (row) => row.activation === activation && (!alive || row.alive) && row[measure] !== null,
  );
  const panel = width < 560 ? width : (width - 32) / 3;
  return element(
    'div',
    { class: 'panels' },
    distinct(own, 'layer').map((layer) => {
      const rows = own.filter((row) => row.layer === layer);
      return Plot.plot({
        ...figureStyle,
        width: panel,
        height: 250,
        grid: true,
        x: { label: labels[measure], nice: true, ticks: 3 },
        y: { label: '↑ Test accuracy', nice: true, ticks: 5, tickFormat: '.2f', insetBottom: 30 },
        marks: [
          Plot.linearRegressionY(rows, { x: measure, y: 'acc_test', stroke: 'var(--series-2)', ci: 0.95 }),
          Plot.dot(rows, {
            ...{ x: measure, y: 'acc_test', stroke: 'var(--series-1)', r: 3, strokeWidth: 1.5 },
            channels: { seed: 'seed' },
            tip: { format: { x: '.2f', y: '.3f' } },
          }),
          Plot.text([`layer ${layer}: ${correlation(rows, measure)}`], {
            ...{ frameAnchor: 'bottom-right', dx: -4, dy: -6, fontWeight: 600 },
            ...{ fill: 'var(--ink)', stroke: 'var(--ground)', strokeWidth: 4 },
          }),
        ],
      });
    }),
  );
}

/** `r = 0.46 [0.16, 0.70]`, with the bootstrap's 95 % interval. */
function correlation(rows: readonly RunRow[], measure: 'drop' | 'rel_drop'): string {
  if (rows.length < 3) return 'too few networks';
  const { value, low, high } = bootstrapPearson(
    rows.map((row) => row[measure]!),
    rows.map(({ acc_test }) => acc_test),
    random(1, 'figure'),
  );
  const text = (r: number | null) => (r === null ? '–' : r.toFixed(2).replace('-', '−'));
  return `r = ${text(value)} [${text(low)}, ${text(high)}]`;
}
