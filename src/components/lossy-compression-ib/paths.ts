import type { PlaneRow } from '../../papers/lossy-compression-ib/tables.js';

export interface PathSettings {
  /** What squeezed the image: autoencoder or principal. */
  readonly compression: string;
  /** One seed; the mean of all where `null`. */
  readonly seed: number | null;
  /** Whether each checkpoint is shown as the mean of itself and its two neighbours. */
  readonly smooth: boolean;
}

/** A layer at a checkpoint, of one seed or on average. */
export interface PathPoint {
  readonly layer: string;
  readonly step: number;
  readonly i_xl: number;
  readonly i_ly: number;
  readonly se_xl: number;
  readonly se_ly: number;
  readonly loss: number;
  /** Change of the loss since the last checkpoint; 0 at the first. */
  readonly change: number;
}

/** Every layer's path through training. Averages over seeds leave out what a seed could not estimate. */
export function pathsOf(
  plane: readonly PlaneRow[],
  { compression, seed, smooth }: PathSettings,
): PathPoint[] {
  const rows = plane.filter((row) => row.compression === compression && (seed === null || row.seed === seed));
  const steps = [...new Set(rows.map(({ step }) => step))].sort((a, b) => a - b);
  return [...new Set(rows.map(({ layer }) => layer))].sort().flatMap((layer) => {
    const path = steps.map((step) => {
      const seeds = rows.filter((row) => row.layer === layer && row.step === step);
      const averageOf = (column: 'i_xl' | 'i_ly' | 'se_xl' | 'se_ly' | 'loss_eval') =>
        average(seeds.flatMap((row) => row[column] ?? []));
      return {
        layer,
        step,
        i_xl: averageOf('i_xl'),
        i_ly: averageOf('i_ly'),
        se_xl: averageOf('se_xl'),
        se_ly: averageOf('se_ly'),
        loss: averageOf('loss_eval'),
      };
    });
    return path.map((point, index) => {
      const near = smooth ? path.slice(Math.max(0, index - 1), index + 2) : [point];
      return {
        ...point,
        i_xl: average(near.map(({ i_xl }) => i_xl)),
        i_ly: average(near.map(({ i_ly }) => i_ly)),
        change: index === 0 ? 0 : point.loss - path[index - 1].loss,
      };
    });
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
