import type * as Plot from '@observablehq/plot';
import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';

/** The sets on which a classifier is judged, in the order of their colours. */
export const setLabels: Readonly<Record<string, string>> = {
  train: 'training set',
  holdout: 'holdout, as reported',
  fresh: 'fresh data',
};

/** How the holdout answers. */
export const modeLabels: Readonly<Record<string, string>> = {
  standard: 'standard holdout',
  thresholdout: 'Thresholdout',
};

/** How queries are answered, in the order of their colours. */
export const mechanismLabels: Readonly<Record<string, string>> = {
  empirical: 'exact answers',
  gaussian: 'normal noise',
  laplace: 'Laplace noise',
  pmw: 'coordinated answers',
};

/** A set or a mechanism keeps its colour, symbol and dash in every figure, whichever others are shown. */
export function scalesOf(labels: Readonly<Record<string, string>>, shown = Object.keys(labels)) {
  const places = shown.map((id) => Object.keys(labels).indexOf(id));
  const tickFormat = (id: string) => labels[id] ?? id;
  return {
    color: { domain: [...shown], range: places.map((at) => seriesColors[at]) },
    symbol: { domain: [...shown], range: places.map((at) => seriesSymbols[at]), tickFormat, legend: true },
    symbolOf: (id: string) => seriesSymbols[Object.keys(labels).indexOf(id)] as Plot.SymbolType,
    dash: (id: string) => seriesDashes[Object.keys(labels).indexOf(id)],
  };
}
