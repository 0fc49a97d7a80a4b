import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { type ForgettingParameters, full, quick } from './forgetting-parameters.js';

const study = { type: 'string', description: 'study: size of the network and protocol' } as const;
const seed = { type: 'int32', description: 'number of the seed: sources, weights, batches' } as const;
const arm = { type: 'string', description: 'what is tuned' } as const;

export const definition = {
  title: 'Forgetting, by the tensors that are tuned',
  description:
    'Trains a small language model on one source of symbols and adapts it to another, tuning the tensors of lowest condition number, of highest, random ones, all of them, or low-rank adapters, and tells at each step what it has forgotten.',
  tables: {
    tensors: {
      description: 'One row a tensor that may be tuned, before and after the training on the old source',
      columns: {
        study,
        seed,
        tensor: { type: 'string', description: 'tensor, type and layer' },
        type: { type: 'string', description: 'A: into a block’s hidden layer; B: out of it' },
        layer: { type: 'int32', description: 'block, from 0' },
        phase: { type: 'string', description: 'init or trained' },
        kappa: { type: 'float64', description: 'condition number' },
        selected: { type: 'boolean', description: 'whether the arm low tunes it' },
      },
    },
    curves: {
      description: 'One row an arm at a step of its adaptation to the new source',
      columns: {
        study,
        seed,
        arm,
        step: { type: 'int32', description: 'steps of adaptation' },
        b_loss: { type: 'float64', unit: 'nats', description: 'loss on training data of the new source' },
        b_test: { type: 'float64', unit: 'nats', description: 'loss on other data of the new source' },
        a_loss: { type: 'float64', unit: 'nats', description: 'loss on data of the old source' },
        forget: { type: 'float64', unit: 'nats', description: 'rise of a_loss since step 0' },
        trainable: { type: 'int32', description: 'numbers that are tuned' },
      },
    },
    matched: {
      description: 'One row an arm where its loss on the new source first falls to the study’s target',
      columns: {
        study,
        seed,
        arm,
        target: { type: 'float64', unit: 'nats', description: 'loss on training data of the new source' },
        step: { type: 'float64', description: 'steps it took; none where it never came there' },
        forget: { type: 'float64', unit: 'nats', description: 'rise of the loss on the old source' },
        b_test: { type: 'float64', unit: 'nats', description: 'loss on other data of the new source' },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  parts: ({ seeds }) => Array.from({ length: seeds }, (_, number) => ({ id: String(number) })),
} as const satisfies Definition<ForgettingParameters>;

export async function* run(context: Context<ForgettingParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runForgetting } = await import('./forgetting-run.js');
  yield* runForgetting(context);
}
