import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { type InitialisationRow, levels, means } from './rows.js';

export interface InitialisationOptions {
  /** At which accuracy is drawn against the first entropy. */
  readonly epoch: number;
  readonly width: number;
}

/** Accuracy while networks learn, a line a size of the first weights, and against the DSE that they start from. */
export function initialisationFigure(
  rows: readonly InitialisationRow[],
  { epoch, width }: InitialisationOptions,
): HTMLElement {
  const deviations = levels(rows, ({ deviation }) => deviation);
  const names = deviations.map((deviation) => `s = ${deviation}`);
  const named = rows
    .filter((row) => row.epoch > 0)
    .map((row) => ({ ...row, name: names[deviations.indexOf(row.deviation)] }));
  const averaged = means(
    named,
    (row) => `${row.name} ${row.epoch}`,
    ({ val_acc }) => val_acc,
  );
  const entropies = means(
    named.filter((row) => row.epoch === epoch),
    ({ name }) => name,
    ({ initial_dse }) => initial_dse,
  );
  const lowest = Math.floor(10 * Math.min(...named.map(({ val_acc }) => val_acc))) / 10;
  const panel = width < 560 ? width : (width - 16) / 2;
  const shared = {
    ...figureStyle,
    width: panel,
    height: 320,
    grid: true,
    y: { label: '↑ Accuracy on validation rows', domain: [lowest, 1] },
    color: { domain: names, range: seriesColors.slice(0, names.length) },
    symbol: { domain: names, range: seriesSymbols.slice(0, names.length) },
  };
  const marks = { stroke: 'name', symbol: 'name', fill: 'var(--ground)', r: 4, strokeWidth: 1.75 };
  const curves = Plot.plot({
    ...shared,
    // Not to scale: most of it happens in the first epochs.
    x: { type: 'point', label: 'Epoch (not to scale) →', domain: levels(named, (row) => row.epoch) },
    marks: [
      Plot.ruleX([epoch], { stroke: 'var(--rule-strong)' }),
      names.map((name, i) =>
        Plot.line(
          averaged.filter((row) => row.name === name),
          { x: 'epoch', y: 'mean', stroke: 'name', strokeWidth: 2, strokeDasharray: seriesDashes[i] },
        ),
      ),
      Plot.dot(named, { x: 'epoch', y: 'val_acc', stroke: 'name', r: 1.5 }),
      Plot.dot(averaged, { x: 'epoch', y: 'mean', ...marks }),
    ],
  });
  const now = averaged
    .filter((row) => row.epoch === epoch)
    .map((row) => ({ ...row, dse: entropies.find(({ name }) => name === row.name)!.mean }));
  return element(
    'div',
    { class: 'panels' },
    element('div', { class: 'legend' }, curves.legend('symbol')),
    curves,
    Plot.plot({
      ...shared,
      x: {
        type: 'sqrt',
        label: 'DSE before training (bits, square-root scale) →',
        ticks: [0, 1, 2, 4, 8],
      },
      marks: [
        Plot.dot(
          named.filter((row) => row.epoch === epoch),
          { x: 'initial_dse', y: 'val_acc', stroke: 'name', r: 1.5 },
        ),
        Plot.dot(now, { x: 'dse', y: 'mean', ...marks }),
      ],
    }),
  );
}
