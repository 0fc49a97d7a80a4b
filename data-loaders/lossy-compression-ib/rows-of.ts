import type { ColumnTable } from 'arquero';
import { mean } from '../../src/lib/experiment/measuring.js';

/** A row of the table `synthetic` whose estimate exists. */
export interface SyntheticRow {
  readonly dataset: string;
  readonly seed: number;
  readonly mi_true: number;
  readonly representation: string;
  readonly estimator: string;
  readonly mi_est: number;
  readonly ae_rel_mse: number;
}

/** A row of the table `plane` whose estimates exist. */
export interface PlaneRow {
  readonly seed: number;
  readonly layer: string;
  readonly step: number;
  readonly i_xl: number;
  readonly i_ly: number;
  readonly loss_eval: number;
  readonly acc: number;
}

export function syntheticRows(table: ColumnTable): SyntheticRow[] {
  return (table.objects() as SyntheticRow[]).filter(({ mi_est }) => mi_est !== null);
}

/** The rows of the paper's own setting: its noise, and the image squeezed by the autoencoder. */
export function planeRows(table: ColumnTable): PlaneRow[] {
  return (table.objects() as (PlaneRow & { sigma: number; compression: string })[]).filter(
    ({ sigma, compression, i_xl, i_ly }) =>
      sigma === 1e-3 && compression === 'autoencoder' && i_xl !== null && i_ly !== null,
  );
}

/** Standard deviation, of divisor n − 1. */
export function deviation(values: readonly number[]): number {
  const average = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1));
}

/** Two digits after the point, and a true minus. */
export function short(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
