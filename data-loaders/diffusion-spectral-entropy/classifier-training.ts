import * as tf from '@tensorflow/tfjs-core';
import { createAdamW } from '../../src/lib/learning/adamw.js';
import type { Ensemble } from '../../src/lib/learning/ensemble.js';
import { sharedMinibatches } from '../../src/lib/learning/member-minibatches.js';
import { train } from '../../src/lib/learning/train.js';
import type { Random } from '../../src/lib/statistics/random.js';
import { classify } from './classifier.js';
import { classes, type ClassifiedRows, inputs } from './latent-task.js';

export interface ClassifierTraining {
  /** For each member, the labels that it is trained on. */
  readonly labels: readonly Uint32Array[];
  readonly batch: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  /** Decides on the batches, which all members see in the same order. */
  readonly order: Random;
  readonly signal: AbortSignal;
}

/** Trains on the cross-entropy, replacing `ensemble.layers`, and yields the number of epochs done, from 0 on. */
export function* trainClassifiers(
  ensemble: Ensemble,
  { x: values }: ClassifiedRows,
  { labels, batch, epochs, learningRate, weightDecay, order, signal }: ClassifierTraining,
): Generator<number, void, void> {
  const n = labels[0].length;
  const x = tf.tensor3d(values, [1, n, inputs]);
  const y = tf.tidy(() =>
    tf.oneHot(
      tf.tensor2d(Int32Array.from(labels.flatMap((own) => [...own])), [labels.length, n], 'int32'),
      classes,
    ),
  );
  const adamW = createAdamW({ learningRate, weightDecay });
  const batches = sharedMinibatches(n, batch, order);
  const perEpoch = Math.floor(n / batch);
  try {
    yield 0;
    const steps = train(ensemble, adamW, epochs * perEpoch, (layers) => {
      const rows = batches();
      const { logits } = classify(layers, tf.gather(x, rows, 1));
      const targets = tf.gather(y, rows, 1);
      const losses = tf.losses.softmaxCrossEntropy(targets, logits, undefined, 0, tf.Reduction.NONE);
      return tf.mul(tf.sum(losses), 1 / batch);
    });
    for (const step of steps) {
      signal.throwIfAborted();
      if (step % perEpoch === 0) yield step / perEpoch;
    }
  } finally {
    adamW.dispose();
    tf.dispose([x, y]);
  }
}
