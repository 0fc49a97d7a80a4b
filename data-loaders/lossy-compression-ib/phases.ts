import { mean } from '../../src/lib/experiment/measuring.js';
import type { PlaneRow } from './rows-of.js';

/** The checkpoints of one layer in one seed, by step. */
export function layerPath<Row extends Pick<PlaneRow, 'layer' | 'seed' | 'step'>>(
  rows: readonly Row[],
  layer: string,
  seed: number,
): Row[] {
  return rows.filter((row) => row.layer === layer && row.seed === seed).sort((a, b) => a.step - b.step);
}

/** The stretch in which the loss falls fast. */
export interface Stretch {
  /** The first checkpoints at which the loss is at most 0.95 and 0.3 of what it was at first; infinite if at none. */
  readonly from: number;
  readonly to: number;
}

export function fastFall(path: readonly Pick<PlaneRow, 'step' | 'loss_eval'>[]): Stretch {
  const [{ loss_eval: initial }] = path;
  const first = (share: number) =>
    path.find(({ loss_eval }) => loss_eval <= share * initial)?.step ?? Infinity;
  return { from: first(0.95), to: first(0.3) };
}

/** After training, how much more the last layer seems to know of the label than the first, on average over seeds. */
export function apparentGain(rows: readonly PlaneRow[]): number {
  const end = Math.max(...rows.map(({ step }) => step));
  const at = (layer: string) =>
    mean(rows.filter((row) => row.layer === layer && row.step === end).map(({ i_ly }) => i_ly));
  return at('L5') - at('L1');
}
