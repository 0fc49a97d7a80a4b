import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/diffusion-spectral-entropy/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { panels } from '../panels.js';
import type { Series } from '../series.js';
import { courses } from './courses.js';

type TrainingRow = RowsOf<typeof tables>['training'][number];

/** A network at one time of its training, which its table counts in epochs or in steps. */
type NetworkRow = Omit<TrainingRow, 'regime' | 'epoch'> & {
  readonly regime: string;
  readonly epoch?: number;
  readonly step?: number;
};

export interface TrainingSettings {
  readonly against: 'epoch' | 'step' | 'val_acc';
  /** As the paper measures, or with Z scaled to a mean distance of 1. */
  readonly scale: 'raw' | 'unit';
  /** Number of the seed that is shown alone; `null` for all, and their mean. */
  readonly seed: number | null;
}

const measures = {
  raw: [
    { measure: 'dse', label: 'DSE of the layer (bits)' },
    { measure: 'dsmi_y', label: 'DSMI with the labels (bits)' },
    { measure: 'dsmi_x', label: 'DSMI with the inputs (bits)' },
    { measure: 'norm', label: 'Mean length of the layer’s vectors' },
  ],
  unit: [
    { measure: 'dse_unit', label: 'DSE, rescaled (bits)' },
    { measure: 'dsmi_y_unit', label: 'DSMI with the labels, rescaled (bits)' },
  ],
} as const;

const axes = {
  epoch: { label: 'Epoch →' },
  // The first steps change most.
  step: { label: 'Step of training (square-root scale) →', type: 'sqrt', ticks: 6 },
  val_acc: { label: 'Accuracy on rows not trained on →', domain: [0, 1] },
} as const;

/** What becomes of the last hidden layer while networks of several regimes are trained, a panel a measure. */
export function trainingFigure(
  rows: readonly NetworkRow[],
  regimes: Series,
  { against, scale, seed }: TrainingSettings,
  width: number,
): HTMLElement {
  const chosen = rows.filter((row) => seed === null || row.seed === seed);
  return panels(width, {
    legend: regimes.legend(),
    draw: (panel) => {
      const { color, symbol } = regimes.scales();
      return measures[scale].map(({ measure, label }) =>
        Plot.plot({
          ...figureStyle,
          width: panel,
          height: 260,
          grid: true,
          color,
          symbol: { ...symbol, legend: false },
          x: axes[against],
          y: { label: `↑ ${label}`, zero: true, nice: true },
          marks:
            against === 'val_acc'
              ? paths(chosen, regimes, measure)
              : [courses(chosen, { x: against, y: measure, by: 'regime', series: regimes })],
        }),
      );
    },
  });
}

type Measure = (typeof measures)['raw' | 'unit'][number]['measure'];

/** A measure against accuracy: a path a network, a symbol a time. */
function paths(rows: readonly NetworkRow[], regimes: Series, measure: Measure): Plot.Markish[] {
  const place = { x: 'val_acc', y: measure, by: 'regime', series: regimes } as const;
  const several = new Set(rows.map(({ seed }) => seed)).size > 1;
  return [
    lines(rows, { ...place, z: 'seed', ...(several ? { strokeOpacity: 0.4, strokeWidth: 1.25 } : {}) }),
    dots(rows, { ...place, r: 2.5, strokeWidth: 1.75 }),
  ];
}
