import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';

/** How a method is called and drawn; colour never stands alone. */
export interface MethodStyle {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly dash: string;
  readonly symbol: string;
}

const labels: readonly (readonly [id: string, label: string])[] = [
  ['cs-paper', 'CS-IB as printed'],
  ['cs-symmetric', 'CS-IB, symmetric weights (ours)'],
  ['released', 'CS-IB as released (squared errors)'],
  ['nib', 'NIB'],
  ['square-nib', 'square-NIB'],
  ['exp-nib', 'exp-NIB'],
  ['vib', 'VIB'],
  ['hsic', 'HSIC bottleneck'],
];

/** The methods, in the order of every table and legend. */
export const methods: readonly MethodStyle[] = labels.map(([id, label], index) => ({
  id,
  label,
  color: seriesColors[index],
  dash: seriesDashes[index],
  symbol: seriesSymbols[index],
}));

/** The label of a method in a figure or a table. */
export function methodLabel(id: string): string {
  return methods.find((method) => method.id === id)?.label ?? id;
}

/** The colour and symbol scales of Plot that draw the methods alike everywhere. */
export const methodScales = {
  color: {
    domain: methods.map(({ id }) => id),
    range: methods.map(({ color }) => color),
    tickFormat: methodLabel,
  },
  symbol: {
    domain: methods.map(({ id }) => id),
    range: methods.map(({ symbol }) => symbol),
    tickFormat: methodLabel,
  },
};

/** Data sets as a reader calls them. */
export const datasetLabels: Readonly<Record<string, string>> = {
  'california-housing': 'California Housing',
  'bike-sharing': 'Bike Sharing',
  'appliances-energy': 'Appliances Energy',
  'beijing-pm25': 'Beijing PM2.5',
  synthetic: 'Synthetic',
};
