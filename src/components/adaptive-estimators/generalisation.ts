import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import { random } from '../../lib/statistics/random.js';
import { decimals } from '../../lib/text/number.js';
import { bootstrapPearson } from '../../papers/adaptive-estimators/pearson.js';
import type { RunRow } from '../../papers/adaptive-estimators/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { panelPlace, panels } from '../panels.js';
import { activations } from './series.js';

export interface GeneralisationSettings {
  readonly activation: RunRow['activation'];
  readonly measure: 'drop' | 'rel_drop';
  /** Leaves out networks that died. */
  readonly alive: boolean;
}

const labels = { drop: 'Drop of I(X;T) (bits) →', rel_drop: 'Drop of I(X;T), as a share →' };

/** Compression against test accuracy: a panel a layer, a mark a network. */
export function generalisation(
  runs: readonly RunRow[],
  { activation, measure, alive }: GeneralisationSettings,
  width: number,
): Drawing {
  const own = runs.filter(
    (row) => row.activation === activation && (!alive || row.alive) && row[measure] !== null,
  );
  const layers = sort(new Set(own.map(({ layer }) => layer))).map((layer) => {
    const rows = own.filter((row) => row.layer === layer);
    return { layer, rows, correlation: correlation(rows, measure) };
  });
  const plot = panels(width, {
    columns: 3,
    draw: (panel, narrow) =>
      layers.map(({ layer, rows, correlation }, at) => {
        const { first, foot } = panelPlace(at, layers.length, narrow ? 1 : 3);
        const place = { x: measure, y: 'acc_test' } as const;
        return Plot.plot({
          ...figureStyle,
          width: panel,
          height: 250,
          grid: true,
          x: { label: foot ? labels[measure] : null, nice: true, ticks: 3 },
          y: {
            label: first ? '↑ Test accuracy' : null,
            nice: true,
            ticks: 5,
            tickFormat: '.2f',
            insetTop: 40,
          },
          marks: [
            Plot.linearRegressionY(rows, { ...place, stroke: 'var(--series-2)', ci: 0.95 }),
            Plot.dot(rows, {
              ...place,
              stroke: 'var(--series-1)',
              r: 3,
              strokeWidth: 1.5,
              channels: { seed: 'seed' },
              tip: { format: { x: '.2f', y: '.3f' } },
            }),
            Plot.text([`layer ${layer}\n${correlation}`], {
              frameAnchor: 'top-left',
              dx: 6,
              dy: 2,
              fontWeight: 600,
              fill: 'var(--ink)',
              stroke: 'var(--ground)',
              strokeWidth: 4,
            }),
          ],
        });
      }),
  });
  const told = layers.map(({ layer, correlation }) => `layer ${layer}, ${correlation}`).join('; ');
  return {
    plot,
    title: `Compression and test accuracy, ${activations.label(activation)}.`,
    alternative: `A scatter plot of test accuracy against bits lost for each hidden layer, with a regression line. Correlations: ${told}.`,
  };
}

/** `r = 0.46 [0.16, 0.70]`, with the bootstrap's 95 % interval. */
function correlation(rows: readonly RunRow[], measure: 'drop' | 'rel_drop'): string {
  if (rows.length < 3) return 'too few networks';
  const { value, low, high } = bootstrapPearson(
    rows.map((row) => row[measure]!),
    rows.map(({ acc_test }) => acc_test),
    random(1, 'figure'),
  );
  const text = (r: number | null) => (r === null ? '–' : decimals(r, 2));
  return `r = ${text(value)} [${text(low)}, ${text(high)}]`;
}
