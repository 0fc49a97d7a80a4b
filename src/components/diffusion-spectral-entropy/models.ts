import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';
import { levels, type ModelRow } from './rows.js';

/** Accuracy against DSMI with the labels, or DSE, a mark a network. */
export function modelsFigure(
  rows: readonly ModelRow[],
  { against, width }: { readonly against: 'dsmi_y' | 'dse'; readonly width: number },
): SVGElement | HTMLElement {
  const sizes = levels(rows, ({ train_size }) => train_size);
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(400, Math.max(300, width * 0.5)),
    grid: true,
    x: {
      label: against === 'dsmi_y' ? 'DSMI of the layer and the labels (bits) →' : 'DSE of the layer (bits) →',
      nice: true,
    },
    y: { label: '↑ Accuracy on validation rows', domain: [0, 1] },
    r: { type: 'sqrt', domain: [0, Math.max(...rows.map(({ width }) => width))], range: [0, 10] },
    color: { type: 'categorical', domain: sizes, range: seriesColors.slice(0, sizes.length) },
    symbol: {
      ...{ domain: sizes, range: seriesSymbols.slice(0, sizes.length), legend: true },
      tickFormat: (size: number) => `${size} training rows`,
    },
    marks: [
      Plot.linearRegressionY(rows, {
        x: against,
        y: 'val_acc',
        stroke: 'var(--ink-soft)',
        ci: 0.95,
        clip: true,
      }),
      Plot.dot(rows, {
        ...{ x: against, y: 'val_acc', r: 'width', stroke: 'train_size', symbol: 'train_size' },
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
