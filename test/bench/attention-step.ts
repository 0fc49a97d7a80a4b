import * as tf from '@tensorflow/tfjs-core';
import { gelu } from '../../src/lib/compute/gelu.js';
import { createAdam } from '../../src/lib/learning/adam.js';
import { type Dense, dense } from '../../src/lib/learning/dense.js';
import { createEnsemble } from '../../src/lib/learning/ensemble.js';
import { train } from '../../src/lib/learning/train.js';
import { random } from '../../src/lib/statistics/random.js';
import { type ComparableStep, namedParameters } from './timed-step.js';

/** Sizes of the network and of a batch. */
export const attentionSettings = {
  sets: 64,
  rows: 32,
  inputs: 8,
  width: 32,
  heads: 4,
  hidden: 128,
  blocks: 2,
  learningRate: 1e-3,
} as const;

const { sets, rows, inputs, width, heads, hidden, blocks, learningRate } = attentionSettings;

/** Added to the variance in layer normalisation, PyTorch's default. */
const epsilon = 1e-5;

/** In a block: queries, keys, values, what joins the heads, a norm, two dense layers, a norm. */
const blockSizes = [
  ...Array.from({ length: 4 }, () => ({ inputs: width, outputs: width })),
  { inputs: 1, outputs: width },
  { inputs: width, outputs: hidden },
  { inputs: hidden, outputs: width },
  { inputs: 1, outputs: width },
];
const sizes = [
  { inputs, outputs: width },
  ...Array.from({ length: blocks }, () => blockSizes).flat(),
  { inputs: width, outputs: 1 },
];

/**
 * A step of stacked set transformers (J. Lee et al., ICML 2019: blocks of self-attention over the rows of a set and a
 * feed-forward part, each with a residual and layer normalisation; here with GELU and mean pooling) on made-up
 * sets, by plain operations of TensorFlow.js: mean squared error, Adam.
 */
export function attentionStep(members: number): ComparableStep {
  const streams = Array.from({ length: members }, (_, seed) => random(1, 'weights', seed));
  const ensemble = createEnsemble(sizes, streams, 1);
  // A norm starts as the identity.
  ensemble.layers = ensemble.layers.map((layer, at) =>
    sizes[at].inputs === 1 ? identityNorm(layer) : layer,
  );
  const { normal } = random(1, 'sets');
  const draw = (...shape: [number, number, number]) =>
    tf.tensor3d(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, normal), shape);
  const batch = { x: draw(members, sets * rows, inputs), y: draw(members, sets, 1) };
  const loss = (layers: readonly Dense[]) =>
    tf.mul(tf.sum(tf.square(tf.sub(setTransformer(layers, batch.x), batch.y))), 1 / sets) as tf.Scalar;
  const adam = createAdam({ learningRate });
  const steps = train(ensemble, adam, Infinity, loss);
  return {
    take: () => void steps.next(),
    finished: () => ensemble.layers[0].weights.data(),
    tensors: () => ({ ...namedParameters(ensemble.layers), ...batch }),
    loss: () => tf.tidy(() => loss(ensemble.layers)),
    dispose() {
      steps.return();
      adam.dispose();
      tf.dispose([batch.x, batch.y, ...Object.values(namedParameters(ensemble.layers))]);
    },
  };
}

function identityNorm({ weights, biases }: Dense): Dense {
  const norm = { weights: tf.onesLike(weights), biases: tf.zerosLike(biases) };
  tf.dispose([weights, biases]);
  return norm;
}

/** @param x `[members, sets × rows, inputs]` @returns `[members, sets, 1]` */
function setTransformer(layers: readonly Dense[], x: tf.Tensor3D): tf.Tensor3D {
  let h = dense(layers[0], x);
  for (let block = 0; block < blocks; block++) {
    const start = 1 + block * blockSizes.length;
    h = attentionBlock(layers.slice(start, start + blockSizes.length), h);
  }
  const pooled = tf.mean(tf.reshape(h, [h.shape[0], sets, rows, width]), 2) as tf.Tensor3D;
  return dense(layers[layers.length - 1], pooled);
}

function attentionBlock(layers: readonly Dense[], x: tf.Tensor3D): tf.Tensor3D {
  const [queries, keys, values, joined, firstNorm, up, down, secondNorm] = layers;
  const attended = dense(joined, attention(dense(queries, x), dense(keys, x), dense(values, x)));
  const h = layerNormalisation(firstNorm, tf.add(x, attended));
  return layerNormalisation(secondNorm, tf.add(h, dense(down, gelu(dense(up, h)))));
}

/** All `[members, sets × rows, width]`; a row attends to the rows of its own set. */
function attention(queries: tf.Tensor3D, keys: tf.Tensor3D, values: tf.Tensor3D): tf.Tensor3D {
  const [q, k, v] = [queries, keys, values].map((x) =>
    tf.transpose(tf.reshape(x, [-1, rows, heads, width / heads]), [0, 2, 1, 3]),
  );
  const scores = tf.softmax(tf.mul(tf.matMul(q, k, false, true), Math.sqrt(heads / width)));
  return tf.reshape(tf.transpose(tf.matMul(scores, v), [0, 2, 1, 3]), queries.shape);
}

function layerNormalisation({ weights, biases }: Dense, x: tf.Tensor3D): tf.Tensor3D {
  const centred = tf.sub(x, tf.mean(x, 2, true));
  const variance = tf.mean(tf.square(centred), 2, true);
  return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, epsilon))), weights), biases);
}
