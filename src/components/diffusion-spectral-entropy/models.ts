import * as Plot from '@observablehq/plot';
import { max, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/diffusion-spectral-entropy/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots } from '../marks.js';
import { heightOf } from '../panels.js';
import { series } from '../series.js';

export interface ModelsSettings {
  readonly against: 'dsmi_y' | 'dse';
}

const labels = { dsmi_y: 'DSMI of the layer and the labels (bits) →', dse: 'DSE of the layer (bits) →' };

/** Accuracy against DSMI with the labels, or DSE, a mark a network. */
export function modelsFigure(
  models: RowsOf<typeof tables>['models'],
  { against }: ModelsSettings,
  width: number,
): SVGElement | HTMLElement {
  const rows = sort(new Set(models.map((row) => row.train_size)));
  const sizes = series(Object.fromEntries(rows.map((size) => [size, `${size} training rows`])));
  return Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    x: { label: labels[against], nice: true },
    y: { label: '↑ Accuracy on validation rows', domain: [0, 1] },
    r: { type: 'sqrt', domain: [0, max(models, (row) => row.width)!], range: [0, 10] },
    ...sizes.scales(),
    marks: [
      Plot.linearRegressionY(models, {
        x: against,
        y: 'val_acc',
        stroke: 'var(--ink-soft)',
        ci: 0.95,
        clip: true,
      }),
      dots(models, {
        x: against,
        y: 'val_acc',
        by: ({ train_size }) => String(train_size),
        series: sizes,
        r: 'width',
        strokeWidth: 1.75,
        channels: {
          'hidden units': 'hidden',
          'width of the layer': 'width',
          epochs: 'epochs',
          'learning rate': 'lr',
        },
        tip: true,
      }),
    ],
  });
}
