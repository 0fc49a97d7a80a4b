import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { type ImagesRow, means, type TrainingRow } from './rows.js';

export interface TrainingOptions {
  /** The regimes of training that rows name, and their names in words. */
  readonly regimes: Readonly<Record<string, string>>;
  readonly against: 'epoch' | 'step' | 'val_acc';
  /** As the paper measures, or with Z scaled to a mean distance of 1. */
  readonly scale: 'raw' | 'unit';
  /** Number of the seed that is shown alone; `null` for all, and their mean. */
  readonly seed: number | null;
  readonly width: number;
}

type Measure = 'dse' | 'dsmi_y' | 'dsmi_x' | 'norm' | 'dse_unit' | 'dsmi_y_unit';

const panels: Readonly<Record<TrainingOptions['scale'], readonly (readonly [Measure, string])[]>> = {
  raw: [
    ['dse', 'DSE of the layer (bits)'],
    ['dsmi_y', 'DSMI with the labels (bits)'],
    ['dsmi_x', 'DSMI with the inputs (bits)'],
    ['norm', 'Mean length of the layer’s vectors'],
  ],
  unit: [
    ['dse_unit', 'DSE, rescaled (bits)'],
    ['dsmi_y_unit', 'DSMI with the labels, rescaled (bits)'],
  ],
};

const axes = {
  epoch: { label: 'Epoch →' },
  // The first steps change most.
  step: { label: 'Step of training (square-root scale) →', type: 'sqrt', ticks: 6 },
  val_acc: { label: 'Accuracy on rows not trained on →', domain: [0, 1] },
} as const;

/** What becomes of the last hidden layer while networks learn and while they memorise. */
export function trainingFigure(
  rows: readonly (TrainingRow | ImagesRow)[],
  { regimes, against, scale, seed, width }: TrainingOptions,
): HTMLElement {
  const names = Object.values(regimes);
  const chosen = rows
    .filter((row) => seed === null || row.seed === seed)
    .map((row) => ({ ...row, name: regimes[row.regime] }));
  const panel = width < 560 ? width : (width - 16) / 2;
  const color = { domain: names, range: seriesColors.slice(0, names.length) };
  const symbol = { domain: names, range: seriesSymbols.slice(0, names.length) };
  const plots = panels[scale].map(([measure, label]) => {
    const averaged = means(
      chosen,
      (row) => `${row.regime} ${'epoch' in row ? row.epoch : row.step}`,
      (row) => row[measure],
    );
    return Plot.plot({
      ...figureStyle,
      width: panel,
      height: 260,
      grid: true,
      color,
      symbol,
      x: axes[against],
      y: { label: `↑ ${label}`, zero: true, nice: true },
      marks: [
        names.map((name, i) => [
          Plot.line(
            chosen.filter((row) => row.name === name),
            {
              ...{ x: against, y: measure, z: 'seed', stroke: 'name', strokeDasharray: seriesDashes[i] },
              ...(seed === null ? { strokeOpacity: 0.4, strokeWidth: 1.25 } : { strokeWidth: 2 }),
            },
          ),
        ]),
        against === 'val_acc'
          ? dots(chosen, against, measure, 2.5)
          : [
              Plot.line(averaged, { x: against, y: 'mean', stroke: 'name', strokeWidth: 2.5 }),
              dots(averaged, against, 'mean', 3.5),
            ],
      ],
    });
  });
  return element(
    'div',
    { class: 'panels' },
    element(
      'div',
      { class: 'legend' },
      Plot.legend({ color, symbol: { ...symbol, legend: true }, style: { fontFamily: 'inherit' } }),
    ),
    plots,
  );
}

function dots(rows: readonly object[], x: string, y: string, r: number): Plot.Dot {
  return Plot.dot(rows as object[], {
    ...{ x, y, stroke: 'name', symbol: 'name' },
    fill: 'var(--ground)',
    r,
    strokeWidth: 1.75,
  });
}
