import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';
import { levels, means, type InitialisationRow } from './rows.js';

/** Accuracy in the first epochs, a line a size of the first weights, with the DSE that each starts from. */
export function initialisationFigure(
  rows: readonly InitialisationRow[],
  { epochs, width }: { readonly epochs: number; readonly width: number },
): SVGElement | HTMLElement {
  const start = means(
    rows.filter(({ epoch }) => epoch === 0),
    ({ deviation }) => String(deviation),
    ({ initial_dse }) => initial_dse,
  );
  const label = (deviation: number) => {
    const dse = start.find((row) => row.deviation === deviation)!.mean;
    return `s = ${deviation}: DSE ${dse < 0.01 ? '≈ 0' : dse.toFixed(1)}`;
  };
  const names = levels(rows, ({ deviation }) => deviation).map(label);
  const named = rows
    .filter(({ epoch }) => epoch > 0 && epoch <= epochs)
    .map((row) => ({ ...row, name: label(row.deviation) }));
  const averaged = means(
    named,
    ({ deviation, epoch }) => `${deviation} ${epoch}`,
    ({ val_acc }) => val_acc,
  );
  return Plot.plot({
    ...figureStyle,
    width,
    height: 340,
    grid: true,
    x: { type: 'log', label: 'Epoch (log scale) →', ticks: [1, 2, 4, 8, 16, 24, 32, 40], tickFormat: 'd' },
    y: { label: '↑ Accuracy on validation rows', nice: true },
    color: { domain: names, range: seriesColors.slice(0, names.length) },
    symbol: { domain: names, range: seriesSymbols.slice(0, names.length), legend: true },
    marks: [
      names.map((name, i) =>
        Plot.line(
          averaged.filter((row) => row.name === name),
          { x: 'epoch', y: 'mean', stroke: 'name', strokeWidth: 2, strokeDasharray: seriesDashes[i] },
        ),
      ),
      Plot.dot(named, { x: 'epoch', y: 'val_acc', stroke: 'name', r: 1.5 }),
      Plot.dot(averaged, {
        ...{ x: 'epoch', y: 'mean', stroke: 'name', symbol: 'name' },
        fill: 'var(--ground)',
        r: 4,
        strokeWidth: 1.75,
      }),
    ],
  });
}
