import * as tf from '@tensorflow/tfjs-core';
import type { FastRandom } from '../statistics/fast-random.js';
import type { Dense } from './dense.js';
import { forward, type Stage } from './stages.js';

export interface ActivationOptions {
  /** Numbers of the stages whose outputs are wanted; of the others nothing is kept. */
  readonly wanted: readonly number[];
  /** Noise is drawn from these, one a member; dropout is off. */
  readonly streams: readonly FastRandom[];
  /** How many rows are computed at once: a bound on memory; it changes no value but those of the noise. */
  readonly chunk: number;
}

/**
 * What stages of a network put out: for each wanted stage and each member the values `[n, d]`, row-major.
 *
 * @param x inputs that all members share, `[n, values]`
 */
export async function activations(
  stages: readonly Stage[],
  layers: readonly Dense[],
  x: tf.Tensor2D,
  { wanted, streams, chunk }: ActivationOptions,
): Promise<Float32Array[][]> {
  const [n, values] = x.shape;
  let kept: Float32Array[][] | undefined;
  for (let start = 0; start < n; start += chunk) {
    const rows = Math.min(chunk, n - start);
    const outputs = tf.tidy(() => {
      const outputs = new Map<number, tf.Tensor3D>();
      forward(stages, layers, tf.expandDims(tf.slice(x, [start, 0], [rows, values]), 0), {
        streams,
        training: false,
        observe: (stage, output) => void (wanted.includes(stage) && outputs.set(stage, output)),
      });
      return wanted.map((stage) => outputs.get(stage)!);
    });
    kept ??= outputs.map(({ shape: [, , d] }) => streams.map(() => new Float32Array(n * d)));
    for (const [index, output] of outputs.entries()) {
      const [members, , d] = output.shape;
      const read = await output.data<'float32'>();
      for (let member = 0; member < members; member++)
        kept[index][member].set(read.subarray(member * rows * d, (member + 1) * rows * d), start * d);
      output.dispose();
    }
  }
  return kept ?? wanted.map(() => streams.map(() => new Float32Array(0)));
}
