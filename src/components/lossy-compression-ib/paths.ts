import type { ColumnTable } from 'arquero';
import type { PlaneRow } from './series.js';

export interface PathOptions {
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
  readonly accuracy: number;
  /** Change of the loss since the last checkpoint; 0 at the first. */
  readonly change: number;
}

/** Every layer's path through training. Averages over seeds leave out what a seed could not estimate. */
export function pathsOf(plane: ColumnTable, { compression, seed, smooth }: PathOptions): PathPoint[] {
  const rows = (plane.objects() as PlaneRow[]).filter(
    (row) => row.compression === compression && (seed === null || row.seed === seed),
  );
  const steps = [...new Set(rows.map(({ step }) => step))].sort((a, b) => a - b);
  return [...new Set(rows.map(({ layer }) => layer))].sort().flatMap((layer) => {
    const path = steps.map((step) => {
      const here = rows.filter((row) => row.layer === layer && row.step === step);
      const mean = (column: 'i_xl' | 'i_ly' | 'se_xl' | 'se_ly' | 'loss_eval' | 'acc') => {
        const values = here.flatMap((row) => row[column] ?? []);
        return values.reduce((sum, value) => sum + value, 0) / values.length;
      };
      return {
        layer, step, i_xl: mean('i_xl'), i_ly: mean('i_ly'), se_xl: mean('se_xl'), se_ly: mean('se_ly'),
        loss: mean('loss_eval'), accuracy: mean('acc'),
      }; // prettier-ignore
    });
    const smoothed = smooth ? path.map((point, at) => ({ ...point, ...averages(path, at) })) : path;
    return smoothed.map((point, at) => ({ ...point, change: at === 0 ? 0 : point.loss - path[at - 1].loss }));
  });
}

function averages(
  path: readonly { i_xl: number; i_ly: number }[],
  at: number,
): { i_xl: number; i_ly: number } {
  const near = path.slice(Math.max(0, at - 1), at + 2);
  const mean = (column: 'i_xl' | 'i_ly') => near.reduce((sum, point) => sum + point[column], 0) / near.length;
  return { i_xl: mean('i_xl'), i_ly: mean('i_ly') };
}
