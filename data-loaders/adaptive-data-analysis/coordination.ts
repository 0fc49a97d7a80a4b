import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';
import { blocksOf } from './blocks.js';

type CoordinationParameters = {
  /** Probabilities that the bits of the universe are 1. */
  readonly probabilities: readonly number[];
  readonly points: number;
  /** Numbers m of random queries. */
  readonly queries: readonly number[];
  readonly threshold: number;
  readonly tolerance: number;
  readonly rate: number;
  readonly repetitions: number;
  /** Queries along an attack of which the state is kept. */
  readonly recorded: number;
  /** Into how many parts the repetitions are cut. */
  readonly parts: number;
};

const quick: CoordinationParameters = {
  probabilities: [0.8, 0.8, 0.8, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  points: 500,
  queries: [10, 100, 1000, 5000],
  threshold: 0.15,
  tolerance: 0.02,
  rate: 0.15,
  repetitions: 5,
  recorded: 60,
  parts: 5,
};

const full: CoordinationParameters = {
  ...quick,
  queries: [10, 30, 100, 300, 1000, 3000, 5000, 20_000, 100_000],
  repetitions: 20,
  recorded: 90,
  parts: 10,
};

export const definition = defineExperiment({
  title: 'Coordinated answers',
  description:
    'An analyst who knows the truth attacks a sample from a finite universe; its averages are given as they are, or by private multiplicative weights.',
  tables: { coordinated_error: tables.coordinated_error, coordinated_path: tables.coordinated_path },
  profiles: { quick, full },
  scale: ({ probabilities, points, queries, repetitions }) => ({
    level: 'stand-in',
    data: {
      here: `${points} points on ${2 ** probabilities.length} elements, up to ${Math.max(...queries).toLocaleString('en')} queries`,
      paper: 'any finite universe, any number of points (theorems)',
    },
    model: 'private multiplicative weights, under one attack',
    training: 'none',
    repetitions: `${repetitions} samples`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ repetitions, parts }) => blocksOf(0, repetitions, parts, 1),
});
