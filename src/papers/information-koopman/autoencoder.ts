import * as tf from '@tensorflow/tfjs-core';
import { type Dense, dense } from '../../lib/learning/dense.js';
import { layersFrom, parametersOf, repeatSeeds } from '../../lib/learning/ensemble.js';
import type { Random } from '../../lib/statistics/random.js';
import { glorotUniform } from './glorot-uniform.js';

/** Sizes of a Koopman autoencoder: m coordinates of a state, hidden layers, d of a latent. */
export interface KoopmanSizes {
  readonly state: number;
  /** From the state inwards; the decoder has the same, turned round. */
  readonly hidden: readonly number[];
  readonly latent: number;
}

/**
 * Koopman autoencoders, trained side by side: an encoder, a decoder and one matrix that takes a latent (a row) to the
 * next, z₊ = z K. Members are ordered `variant × seeds + seed`.
 */
export interface KoopmanEnsemble {
  readonly encoder: readonly Dense[];
  readonly decoder: readonly Dense[];
  /** `[members, d, d]` */
  readonly K: tf.Tensor3D;
}

/** Where the operator begins: normal elements of variance 0.25/d, or the identity. */
export type OperatorStart = 'random' | 'identity';

/**
 * Networks of Glorot's weights; all variants of a seed begin with the same encoder and decoder, and with the same
 * operator where they begin with a random one.
 *
 * @param streams for each seed, the numbers that encoder, decoder and operator are drawn from.
 * @param starts for each variant.
 */
export function createKoopmanEnsemble(
  { state, hidden, latent: d }: KoopmanSizes,
  streams: readonly Random[],
  starts: readonly OperatorStart[],
): KoopmanEnsemble {
  const widths = [state, ...hidden, d];
  const network = (sizes: readonly number[]) =>
    sizes.slice(1).map((outputs, i) => {
      const { weights, biases } = glorotUniform({ inputs: sizes[i], outputs }, streams);
      return { weights: repeatSeeds(weights, starts.length), biases: repeatSeeds(biases, starts.length) };
    });
  return tf.tidy(() => ({
    encoder: network(widths),
    decoder: network(widths.toReversed()),
    K: operators(d, streams, starts),
  }));
}

function operators(d: number, streams: readonly Random[], starts: readonly OperatorStart[]): tf.Tensor3D {
  const size = d * d;
  const drawn = streams.map(({ normal }) =>
    Float32Array.from({ length: size }, () => (0.5 / Math.sqrt(d)) * normal()),
  );
  const values = new Float32Array(starts.length * streams.length * size);
  starts.forEach((start, variant) =>
    drawn.forEach((random, seed) => {
      const at = (variant * streams.length + seed) * size;
      if (start === 'random') values.set(random, at);
      else for (let i = 0; i < d; i++) values[at + i * (d + 1)] = 1;
    }),
  );
  return tf.tensor3d(values, [starts.length * streams.length, d, d]);
}

/** Everything that is trained, in a fixed order: encoder, decoder, operator. */
export function koopmanParameters({ encoder, decoder, K }: KoopmanEnsemble): tf.Tensor3D[] {
  return [...parametersOf(encoder), ...parametersOf(decoder), K];
}

/** The inverse of {@link koopmanParameters}: encoder and decoder have the same number of layers. */
export function koopmanFrom(parameters: readonly tf.Tensor3D[]): KoopmanEnsemble {
  const layers = layersFrom(parameters.slice(0, -1));
  return {
    encoder: layers.slice(0, layers.length / 2),
    decoder: layers.slice(layers.length / 2),
    K: parameters[parameters.length - 1],
  };
}

/** Latents `[members, n, d]` of states `[members, n, m]`, or of `[1, n, m]` that all members share. */
export function encode({ encoder }: KoopmanEnsemble, states: tf.Tensor3D): tf.Tensor3D {
  return throughLayers(encoder, states);
}

/** States `[members, n, m]` of latents `[members, n, d]`. */
export function decode({ decoder }: KoopmanEnsemble, latents: tf.Tensor3D): tf.Tensor3D {
  return throughLayers(decoder, latents);
}

/** tanh between layers, none after the last. */
function throughLayers(layers: readonly Dense[], x: tf.Tensor3D): tf.Tensor3D {
  return layers.reduce((input, layer, i) => {
    const sums = dense(layer, input);
    return i < layers.length - 1 ? tf.tanh(sums) : sums;
  }, x);
}
