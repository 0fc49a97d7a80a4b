import * as tf from '@tensorflow/tfjs-core';
import type { PerMember } from '../../src/lib/learning/adam.js';
import { type Dense, dense, type DenseSize } from '../../src/lib/learning/dense.js';
import type { Ensemble } from '../../src/lib/learning/ensemble.js';
import { random } from '../../src/lib/statistics/random.js';
import { heDeviation, normalDense } from '../../src/papers/diffusion-spectral-entropy/normal-dense.js';
import { classes, type ClassifiedRows, inputs } from './latent-task.js';

export interface Widths {
  readonly hidden: number;
  /** Dimension of the representation Z, the last hidden layer. */
  readonly width: number;
}

/** The network 64 → hidden → width → 10, a rectifier after each layer but the last. */
function layerSizes({ hidden, width }: Widths): DenseSize[] {
  return [
    { inputs, outputs: hidden },
    { inputs: hidden, outputs: width },
    { inputs: width, outputs: classes },
  ];
}

/**
 * Networks that start alike: the same normal numbers, scaled as He et al. have it, but where the weights of the
 * hidden layers are given a standard deviation for each member. Biases start at 0.
 */
export function createClassifiers(
  widths: Widths,
  members: number,
  { seed, number, hiddenDeviation }: { seed: number; number: number; hiddenDeviation?: PerMember },
): Ensemble {
  const streams = Array.from({ length: members }, () => random(seed, 'weights', number));
  const sizes = layerSizes(widths);
  const layers = sizes.map((size, layer) => {
    const hidden = layer < sizes.length - 1;
    return normalDense(size, streams, (hidden ? hiddenDeviation : undefined) ?? heDeviation(size));
  });
  return { members, layers };
}

/** Z, `[members, n, width]`, and the logits, `[members, n, 10]`, of rows `[1, n, 64]`. */
export function classify(layers: readonly Dense[], x: tf.Tensor3D): { z: tf.Tensor3D; logits: tf.Tensor3D } {
  const z = tf.relu(dense(layers[1], tf.relu(dense(layers[0], x))));
  return { z, logits: dense(layers[2], z) };
}

/** What a member makes of some rows. */
export interface Reading {
  /** Z, `[n, width]`, row-major. */
  readonly z: Float64Array;
  /** Share of the rows whose largest logit is that of their label. */
  readonly accuracy: number;
}

/** Reads every member on its own labels of common rows. */
export async function readClassifiers(
  { members, layers }: Ensemble,
  { x }: ClassifiedRows,
  labels: readonly Uint32Array[],
): Promise<Reading[]> {
  const n = labels[0].length;
  const { z, logits } = tf.tidy(() => classify(layers, tf.tensor3d(x, [1, n, inputs])));
  const [codes, scores] = await Promise.all([z.data(), logits.data()]);
  const size = codes.length / members;
  const readings = labels.map((own, member) => {
    const right = own.filter((label, row) => {
      const at = (member * n + row) * classes;
      const row10 = scores.subarray(at, at + classes);
      return row10.every((score, other) => other === label || score < row10[label]);
    });
    const part = codes.subarray(member * size, (member + 1) * size);
    return { z: Float64Array.from(part), accuracy: right.length / n };
  });
  tf.dispose([z, logits]);
  return readings;
}
