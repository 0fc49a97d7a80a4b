import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { type StudyId, tables } from '../../src/papers/condition-number/tables.js';

/** One of the studies: a size of network, and how far it is trained and adapted. */
export type Study = {
  readonly name: StudyId;
  /** Numbers of a symbol's embedding, of the residual stream, and of a block's hidden layer. */
  readonly embedding: number;
  readonly width: number;
  readonly hidden: number;
  readonly blocks: number;
  /** Symbols of the old source to train on, and steps of that training. */
  readonly tokens: number;
  readonly pretraining: number;
  /** The share of the gain at which arms are compared: that of the weakest arm, or that of tuning all tensors. */
  readonly target: number;
  readonly of: 'weakest' | 'all';
};

export type ForgettingParameters = {
  readonly studies: readonly Study[];
  readonly seeds: number;
  readonly symbols: number;
  /** Symbols that a prediction is made from. */
  readonly context: number;
  /** Concentration of the Dirichlet distribution that the sources' laws are drawn from. */
  readonly concentration: number;
  /** Symbols of the new source to train on. */
  readonly newTokens: number;
  /** Rows on which losses are told: of the new source's training data, of its test data, of the old one's. */
  readonly shownTraining: number;
  readonly shownTest: number;
  readonly shownOld: number;
  readonly batch: number;
  readonly pretrainingRate: number;
  readonly tuningRate: number;
  readonly loraRate: number;
  readonly weightDecay: number;
  readonly tuning: number;
  /** Losses are told every so many steps. */
  readonly every: number;
  /** Tensors that a sparse arm tunes, and the rank of the adapters. */
  readonly budget: number;
  readonly rank: number;
};

const base: Study = {
  name: 'base',
  embedding: 16,
  width: 48,
  hidden: 64,
  blocks: 6,
  tokens: 12_000,
  pretraining: 500,
  target: 0.7,
  of: 'weakest',
};

const quick: ForgettingParameters = {
  studies: [base],
  seeds: 5,
  symbols: 16,
  context: 3,
  concentration: 0.15,
  newTokens: 3000,
  shownTraining: 1000,
  shownTest: 1000,
  shownOld: 2000,
  batch: 256,
  pretrainingRate: 3e-3,
  tuningRate: 1e-3,
  loraRate: 2e-3,
  weightDecay: 0.01,
  tuning: 150,
  every: 10,
  budget: 3,
  rank: 2,
};

/** Eight times the seeds; a second protocol, longer trained and stopped by another rule; a network of four times the weights. */
const full: ForgettingParameters = {
  ...quick,
  seeds: 40,
  studies: [
    base,
    { ...base, name: 'longer', pretraining: 800, target: 0.5, of: 'all' },
    { ...base, name: 'wider', embedding: 32, width: 96, hidden: 128, tokens: 24_000 },
  ],
};

/** Weights of a network: embedding, input layer, two matrices a block, output layer. */
export function weightsOf(
  { embedding, width, hidden, blocks }: Study,
  symbols: number,
  context: number,
): number {
  return symbols * embedding + context * embedding * width + 2 * blocks * width * hidden + width * symbols;
}

export const definition = defineExperiment({
  title: 'Forgetting, by the tensors that are tuned',
  description:
    'Trains a small language model on one source of symbols and adapts it to another, tuning the tensors of lowest condition number, of highest, random ones, all of them, or low-rank adapters, and tells at each step what it has forgotten.',
  tables: { tensors: tables.tensors, curves: tables.curves, matched: tables.matched },
  profiles: { quick, full },
  scale: ({ studies, seeds, symbols, context, tuning }) => {
    const each = (of: (study: Study) => number) =>
      [...new Set(studies.map(of))].map((value) => value.toLocaleString('en')).join(' or ');
    return {
      level: 'stand-in',
      data: {
        here: `Markov chains on ${symbols} symbols, ${each(({ tokens }) => tokens)} symbols to train on`,
        paper: 'text and a second modality',
      },
      model: {
        here: `residual networks of ${each((study) => weightsOf(study, symbols, context))} weights`,
        paper: 'language models of up to 16 billion weights',
      },
      training: `${each(({ pretraining }) => pretraining)} steps, then ${tuning} of adaptation`,
      repetitions: `${seeds} networks in each of ${studies.length === 1 ? 'one study' : `${studies.length} studies`}`,
    };
  },
  seed: 1,
  compute: 'tensors',
  parts: ({ seeds }) => range(seeds).map((seed) => ({ id: String(seed), of: { seed } })),
});
