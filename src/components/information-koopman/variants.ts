import { seriesColors, seriesDashes, seriesSymbols } from '../palette.js';

/** What a variant of the method is called, and how it is drawn, wherever it appears. */
export interface VariantStyle {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly dash: string;
  readonly symbol: string;
}

const style = (id: string, label: string, at: number, dash = at): VariantStyle => ({
  id,
  label,
  color: seriesColors[at],
  dash: seriesDashes[dash],
  symbol: seriesSymbols[at],
});

/** In the order in which terms are added. */
export const variantStyles: readonly VariantStyle[] = [
  style('kae', 'autoencoder alone', 6),
  style('mi', 'with coherence', 2),
  style('vne', 'with entropy', 5),
  style('ours', 'with both (the paper’s)', 0),
  style('flipped', 'entropy’s sign turned', 1),
  style('beta0', 'both, without structure', 3),
  style('ours-0.005', 'both, a tenth of the entropy', 4, 4),
  style('ours-0.02', 'both, two fifths of it', 4, 2),
  style('kae-identity', 'alone, from the identity', 6, 3),
  style('ours-identity', 'both, from the identity', 0, 5),
  style('dmd', 'DMD, linear in the state', 7),
];

/** Those that every profile trains. */
export const basic: readonly string[] = ['kae', 'mi', 'vne', 'ours', 'flipped', 'beta0'];

/** Variants that are trained, which all but DMD are. */
export const trained: readonly VariantStyle[] = variantStyles.filter(({ id }) => id !== 'dmd');

export const variantLabel = (id: string): string =>
  variantStyles.find((variant) => variant.id === id)?.label ?? id;

/** Options of Plot's colour scale for some variants. */
export function variantColors(ids: readonly string[]) {
  const shown = variantStyles.filter(({ id }) => ids.includes(id));
  return {
    type: 'categorical',
    domain: shown.map(({ id }) => id),
    range: shown.map(({ color }) => color),
    tickFormat: variantLabel,
  } as const;
}

export const systemLabels: Readonly<Record<string, string>> = {
  vortex: 'vortex street',
  pendulum: 'pendulum',
  lorenz63: 'Lorenz 63',
  'van-der-pol': 'Van der Pol',
  duffing: 'Duffing',
};

/** A model of a table. */
export interface Named {
  readonly system: string;
  readonly variant: string;
  readonly seed: number;
}

export interface Selection {
  readonly system: string;
  readonly variants: readonly string[];
}

/** Rows of a system and of some variants, in the variants' order. */
export function selected<Row extends Named>(rows: readonly Row[], { system, variants }: Selection): Row[] {
  const order = (row: Row) => variantStyles.findIndex(({ id }) => id === row.variant);
  return rows
    .filter((row) => row.system === system && variants.includes(row.variant))
    .sort((a, b) => order(a) - order(b));
}
