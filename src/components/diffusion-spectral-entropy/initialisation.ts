import * as Plot from '@observablehq/plot';
import { flatRollup, mean, min, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/diffusion-spectral-entropy/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots } from '../marks.js';
import { panels } from '../panels.js';
import { series } from '../series.js';
import { courses } from './courses.js';

type InitialisationRow = RowsOf<typeof tables>['initialisation'][number];

export interface InitialisationSettings {
  /** At which accuracy is drawn against the first entropy. */
  readonly epoch: number;
}

/** Accuracy while networks learn, a line a size of the first weights, and against the DSE that they start from. */
export function initialisationFigure(
  initialisation: readonly InitialisationRow[],
  { epoch }: InitialisationSettings,
  width: number,
): HTMLElement {
  const trained = initialisation.filter((row) => row.epoch > 0);
  const deviations = sort(new Set(trained.map(({ deviation }) => deviation)));
  const sizes = series(Object.fromEntries(deviations.map((deviation) => [deviation, `s = ${deviation}`])));
  const by = ({ deviation }: { readonly deviation: number }) => String(deviation);
  const now = trained.filter((row) => row.epoch === epoch);
  const means = flatRollup(
    now,
    (own) => ({
      dse: mean(own, ({ initial_dse }) => initial_dse)!,
      accuracy: mean(own, ({ val_acc }) => val_acc)!,
    }),
    ({ deviation }) => deviation,
  ).map(([deviation, values]) => ({ deviation, ...values }));
  const lowest = Math.floor(10 * min(trained, ({ val_acc }) => val_acc)!) / 10;
  return panels(width, {
    legend: sizes.legend(),
    draw: (panel) => {
      const { color, symbol } = sizes.scales();
      const shared = {
        ...figureStyle,
        width: panel,
        height: 320,
        grid: true,
        y: { label: '↑ Accuracy on validation rows', domain: [lowest, 1] },
        color,
        symbol: { ...symbol, legend: false },
      };
      return [
        Plot.plot({
          ...shared,
          // Not to scale: most of it happens in the first epochs.
          x: {
            type: 'point',
            label: 'Epoch (not to scale) →',
            domain: sort(new Set(trained.map((row) => row.epoch))),
          },
          marks: [
            Plot.ruleX([epoch], { stroke: 'var(--rule-strong)' }),
            courses(trained, { x: 'epoch', y: 'val_acc', by, series: sizes }),
          ],
        }),
        Plot.plot({
          ...shared,
          x: {
            type: 'sqrt',
            label: 'DSE before training (bits, square-root scale) →',
            ticks: [0, 1, 2, 4, 8],
          },
          marks: [
            Plot.dot(now, { x: 'initial_dse', y: 'val_acc', stroke: by, r: 1.5 }),
            dots(means, { x: 'dse', y: 'accuracy', by, series: sizes, r: 4, strokeWidth: 1.75 }),
          ],
        }),
      ];
    },
  });
}
