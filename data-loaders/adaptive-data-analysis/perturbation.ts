import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';
import { blocksOf } from './blocks.js';

/** One size of the sample. */
type Setting = {
  readonly points: number;
  /** Numbers m of queries before the final one. */
  readonly queries: readonly number[];
  /** Into how many parts the repetitions are cut. */
  readonly parts: number;
};

type PerturbationParameters = {
  readonly settings: readonly Setting[];
  /** Standard deviations of the noise. */
  readonly sigmas: readonly number[];
  readonly repetitions: number;
};

const quick: PerturbationParameters = {
  settings: [{ points: 2000, queries: [100, 500, 2000, 4000], parts: 2 }],
  sigmas: [0.03, 0.06],
  repetitions: 10,
};

const full: PerturbationParameters = {
  settings: [
    { points: 2000, queries: [20, 50, 100, 200, 500, 1000, 2000, 4000, 8000], parts: 2 },
    { points: 20_000, queries: [200, 500, 1000, 2000, 5000, 10_000, 20_000], parts: 5 },
  ],
  sigmas: [0.015, 0.03, 0.06, 0.12],
  repetitions: 10,
};

export const definition = defineExperiment({
  title: 'Adaptive queries, exact and perturbed',
  description:
    'An analyst asks for the averages of m products of noise with a label, and then for one that all the answers vote on. The answers are exact, or have normal or Laplace noise.',
  tables: { adaptive_error: tables.adaptive_error },
  profiles: { quick, full },
  scale: ({ settings, repetitions }) => ({
    level: 'stand-in',
    data: {
      here: `fair signs, ${settings.map(({ points }) => points.toLocaleString('en')).join(' and ')} points`,
      paper: 'any distribution, any number of points (theorems)',
    },
    model: 'averages, exact or with normal or Laplace noise, under one attack',
    training: 'none',
    repetitions: `${repetitions} samples`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ settings, repetitions }) =>
    settings.flatMap(({ points, queries, parts }, at) =>
      blocksOf(at, repetitions, parts, points * queries[queries.length - 1]),
    ),
});
