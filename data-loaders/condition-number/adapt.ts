import * as tf from '@tensorflow/tfjs-core';
import { sharedMinibatches } from '../../src/lib/learning/member-minibatches.js';
import { descend } from '../../src/lib/learning/train.js';
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
  const batches = sharedMinibatches(training.count, batch, source);
  const parameters = { now: stack.parameters };
  const lossOn = (rows: EnteredRows) =>
    nextSymbolLoss(
      { blocks: stack.blocksOf(parameters.now), output },
      tf.expandDims(rows.entering, 0),
      tf.expandDims(rows.targets, 0),
    );
  try {
    yield { step: 0, losses: await told(shown, lossOn) };
    const steps = descend(parameters, stack.optimizer, tuning, (changed) => {
      const indices = batches();
      const [entering, targets] = [training.entering, training.targets].map(
        (rows) => tf.expandDims(tf.gather(rows, indices), 0) as tf.Tensor3D,
      );
      return tf.sum(nextSymbolLoss({ blocks: stack.blocksOf(changed), output }, entering, targets));
    });
    for (const step of steps) if (step % every === 0) yield { step, losses: await told(shown, lossOn) };
  } finally {
    stack.optimizer.dispose();
    tf.dispose([...parameters.now, ...stack.fixed]);
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
