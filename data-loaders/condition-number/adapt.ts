import * as tf from '@tensorflow/tfjs-core';
import { minibatches } from '../../src/lib/learning/minibatches.js';
import type { Random } from '../../src/lib/statistics/random.js';
import type { ForgettingParameters } from './forgetting.js';
import { nextSymbolLoss } from './residual-network.js';
import type { Stack } from './stacks.js';

/** Rows as they enter the blocks, which no arm's tuning changes, and what comes next. */
export interface EnteredRows {
  readonly count: number;
  /** `[n, width]` */
  readonly entering: tf.Tensor2D;
  /** One-hot, `[n, symbols]`. */
  readonly targets: tf.Tensor2D;
}

export interface AdaptationData {
  readonly training: EnteredRows;
  /** Rows on which losses are told. */
  readonly shown: Readonly<Record<'b_loss' | 'b_test' | 'a_loss', EnteredRows>>;
  /** `[1, width, symbols]` */
  readonly output: tf.Tensor3D;
}

/** Losses of every member after so many steps. */
export type Losses = Readonly<Record<'b_loss' | 'b_test' | 'a_loss', Float32Array>>;

/**
 * Descends on the loss of the new source, every member of a stack on the same minibatches, and yields the losses at
 * step 0 and every few steps. Takes over the stack: disposes of it.
 */
export async function* adapt(
  stack: Stack,
  { training, shown, output }: AdaptationData,
  { tuning, every, batch }: ForgettingParameters,
  source: Random,
): AsyncGenerator<{ readonly step: number; readonly losses: Losses }, void, void> {
  const batches = minibatches(training.count, batch, source);
  let parameters = [...stack.parameters];
  const lossOn = (rows: EnteredRows) =>
    nextSymbolLoss(
      { blocks: stack.blocksOf(parameters), output },
      tf.expandDims(rows.entering, 0),
      tf.expandDims(rows.targets, 0),
    );
  try {
    for (let step = 0; step <= tuning; step++) {
      if (step % every === 0) yield { step, losses: await told(shown, lossOn) };
      if (step === tuning) return;
      const gradients = tf.tidy(() => {
        const indices = tf.tensor1d(Int32Array.from(batches.next().value), 'int32');
        const [entering, targets] = [training.entering, training.targets].map(
          (rows) => tf.expandDims(tf.gather(rows, indices), 0) as tf.Tensor3D,
        );
        return tf.grads((...changed) =>
          tf.sum(
            nextSymbolLoss({ blocks: stack.blocksOf(changed as tf.Tensor3D[]), output }, entering, targets),
          ),
        )(parameters);
      }) as tf.Tensor3D[];
      const next = stack.optimizer.step(parameters, gradients);
      tf.dispose([parameters, gradients]);
      parameters = next;
    }
  } finally {
    stack.optimizer.dispose();
    tf.dispose([...parameters, ...stack.fixed]);
  }
}

async function told(
  shown: AdaptationData['shown'],
  lossOn: (rows: EnteredRows) => tf.Tensor1D,
): Promise<Losses> {
  const entries = Object.entries(shown).map(async ([name, rows]) => {
    const losses = tf.tidy(() => lossOn(rows));
    const values = (await losses.data()) as Float32Array;
    losses.dispose();
    return [name, values] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Losses;
}
