import * as tf from '@tensorflow/tfjs-core';
import { decode, encode, type KoopmanEnsemble } from './autoencoder.js';

/**
 * Predictions from initial states: encoded once, then multiplied by K for each step, and decoded; nothing is encoded
 * again on the way.
 *
 * @param starts `[n, m]`, shared by all members.
 * @returns of each member `[n, horizon, m]`, row-major: one step on first.
 */
export async function forecast(
  model: KoopmanEnsemble,
  starts: tf.Tensor2D,
  horizon: number,
): Promise<Float32Array[]> {
  const predicted = tf.tidy(() => {
    const path: tf.Tensor3D[] = [];
    let z = sharedLatents(model, starts);
    for (let step = 0; step < horizon; step++) path.push((z = tf.matMul(z, model.K)));
    const states = decode(model, tf.concat(path, 1));
    const [members, , m] = states.shape;
    const byStep = tf.reshape(states, [members, horizon, starts.shape[0], m]);
    return tf.transpose(byStep, [0, 2, 1, 3]);
  });
  return membersOf(predicted);
}

/** Latents of states `[n, m]` that all members share: of each member `[n, d]`, row-major. */
export async function latentsOf(model: KoopmanEnsemble, states: tf.Tensor2D): Promise<Float32Array[]> {
  return membersOf(tf.tidy(() => sharedLatents(model, states)));
}

/** The operators: of each member `[d, d]`, row-major. */
export async function operatorsOf({ K }: KoopmanEnsemble): Promise<Float32Array[]> {
  return membersOf(tf.clone(K));
}

function sharedLatents(model: KoopmanEnsemble, states: tf.Tensor2D): tf.Tensor3D {
  return encode(model, tf.expandDims(states, 0));
}

/** Reads a stacked tensor back, member by member, and disposes of it. */
async function membersOf(x: tf.Tensor): Promise<Float32Array[]> {
  const values = (await x.data()) as Float32Array;
  const [members] = x.shape;
  const size = values.length / members;
  x.dispose();
  return Array.from({ length: members }, (_, member) => values.slice(member * size, (member + 1) * size));
}
