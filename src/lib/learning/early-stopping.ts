import * as tf from '@tensorflow/tfjs-core';
import type { Dense } from './dense.js';
import { layersFrom, parametersOf } from './ensemble.js';
import { perMember } from './optimizer.js';

export interface EarlyStoppingOptions {
  /** The number of looks without improvement after which a member stops. */
  readonly patience: number;
  /** By how much a loss must fall below the best so far to count. */
  readonly gain?: number;
}

/** Keeps each member's best weights, and knows which members still improve. */
export interface EarlyStopping {
  /** Takes the validation losses of all members and the layers that gave them; whether any goes on. */
  look(losses: ArrayLike<number>, layers: readonly Dense[]): boolean;
  /** Whether each member goes on. */
  readonly running: readonly boolean[];
  /** The least loss of each member; infinite before the first look, or if all were NaN. */
  readonly losses: readonly number[];
  /** The weights at those losses; they belong to this object. */
  readonly layers: readonly Dense[];
  dispose(): void;
}

/**
 * Early stopping of each member of an ensemble by itself. A member that has stopped goes on being trained along
 * with the others, as a batched product cannot leave it out, but its kept weights rest.
 */
export function createEarlyStopping(
  members: number,
  { patience, gain = 0 }: EarlyStoppingOptions,
): EarlyStopping {
  const running = new Array<boolean>(members).fill(true);
  const best = new Array<number>(members).fill(Infinity);
  const waited = new Array<number>(members).fill(0);
  let kept: tf.Tensor3D[] = [];

  return {
    running,
    losses: best,
    get layers() {
      return layersFrom(kept);
    },
    look(losses, layers) {
      if (losses.length !== members)
        throw new RangeError(`early stopping: ${losses.length} losses for ${members} members`);
      const improved = best.map((least, member) => running[member] && losses[member] < least - gain);
      improved.forEach((better, member) => {
        if (better) best[member] = losses[member];
        waited[member] = better ? 0 : waited[member] + 1;
        running[member] &&= waited[member] < patience;
      });
      const current = parametersOf(layers);
      if (kept.length === 0) kept = current.map((parameter) => tf.clone(parameter));
      else if (improved.includes(true)) {
        const next = select(improved, current, kept);
        tf.dispose(kept);
        kept = next;
      }
      return running.includes(true);
    },
    dispose() {
      tf.dispose(kept);
      kept = [];
    },
  };
}

/** Members' parameters from the first where the mask says so, else from the second; a NaN stays where it is. */
function select(
  mask: readonly boolean[],
  first: readonly tf.Tensor3D[],
  second: readonly tf.Tensor3D[],
): tf.Tensor3D[] {
  return tf.tidy(() => {
    const chosen = perMember(mask.map(Number));
    return first.map((parameter, i) => {
      const everywhere = tf.greater(tf.mul(tf.onesLike(parameter), chosen), 0);
      return tf.where(everywhere, parameter, second[i]);
    });
  });
}
