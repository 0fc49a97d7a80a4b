import { random } from '../../src/lib/statistics/random.js';

/** Rows of the classification task. */
export interface ClassifiedRows {
  /** `[n, 64]`, row-major. */
  readonly x: Float32Array;
  /** Classes from 0 to 9, `[n]`. */
  readonly labels: Uint32Array;
}

export interface LatentTask {
  readonly train: ClassifiedRows;
  readonly validation: ClassifiedRows;
}

export const classes = 10;
export const inputs = 64;
const latents = 8;

/**
 * Ten classes with a latent code each, seen through a nonlinear map: with T `[10, 8]` standard normal, a class y
 * uniform and ξ, ε standard normal, `h = T_y + 0.5 ξ` and `x = tanh(h W) + 0.5 sin(2 h V) + 0.3 ε`, where the
 * entries of W and V `[8, 64]` are N(0, 1/8).
 *
 * @param seed of the experiment. @param number of the task: its own codes, maps and rows.
 */
export function latentTask(
  seed: number,
  number: number,
  trainRows: number,
  validationRows: number,
): LatentTask {
  const { normal, integer } = random(seed, 'latent task', number);
  const codes = Float64Array.from({ length: classes * latents }, normal);
  const map = () => Float64Array.from({ length: latents * inputs }, () => normal() / Math.sqrt(latents));
  const W = map();
  const V = map();
  const rows = (count: number): ClassifiedRows => {
    const labels = Uint32Array.from({ length: count }, () => integer(classes));
    const x = new Float32Array(count * inputs);
    const h = new Float64Array(latents);
    labels.forEach((label, row) => {
      for (let k = 0; k < latents; k++) h[k] = codes[label * latents + k] + 0.5 * normal();
      for (let i = 0; i < inputs; i++) {
        let [along, across] = [0, 0];
        for (let k = 0; k < latents; k++) {
          along += h[k] * W[k * inputs + i];
          across += h[k] * V[k * inputs + i];
        }
        x[row * inputs + i] = Math.tanh(along) + 0.5 * Math.sin(2 * across) + 0.3 * normal();
      }
    });
    return { x, labels };
  };
  return { train: rows(trainRows), validation: rows(validationRows) };
}

/** Labels in an order that has nothing to do with the rows: what is left to learn is to memorise. */
export function permutedLabels(labels: Uint32Array, seed: number, number: number): Uint32Array {
  const order = random(seed, 'permuted labels', number).shuffle(labels.length);
  return Uint32Array.from(order, (row) => labels[row]);
}
