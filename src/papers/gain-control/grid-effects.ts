import type { GridRow } from './tables.js';

/** An effect of adaptation, and which networks of the grid show it. */
export interface GridEffect {
  readonly label: string;
  shows(row: GridRow): boolean;
}

/** The effects that networks of the grid are asked for. */
export const gridEffects = {
  repulsion: { label: 'preferences repelled', shows: (row) => row.repulsion > 0 },
  lowerMaxima: { label: 'lower maxima at the adapter', shows: (row) => row.max_ratio_adapter < 1 },
  higherMaxima: { label: 'higher maxima far from it', shows: (row) => row.max_ratio_ortho > 1 },
  lowerMinima: { label: 'lower minima at the adapter', shows: (row) => row.min_change_adapter < 0 },
  evenerMeans: {
    label: 'evener mean responses',
    shows: (row) => row.variation_adaptive < row.variation_frozen,
  },
  lowerCorrelations: {
    label: 'lower correlations',
    shows: (row) => row.correlation_adaptive < row.correlation_frozen,
  },
  smallerShared: {
    label: 'smaller shared covariance',
    shows: (row) => row.shared_adaptive < row.shared_frozen,
  },
} satisfies Readonly<Record<string, GridEffect>>;
