import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { exactAnswer, gaussianAnswer, laplaceAnswer } from '../../src/lib/adaptive-queries/perturbation.js';
import { voteAttack } from '../../src/lib/adaptive-queries/vote-attack.js';
import { random } from '../../src/lib/statistics/random.js';
import { blockOf, blocksOf } from './blocks.js';

/** One size of the sample. */
type Setting = {
  readonly points: number;
  /** Numbers m of queries before the final one. */
  readonly queries: readonly number[];
  /** Into how many parts the repetitions are cut. */
  readonly parts: number;
};

export type PerturbationParameters = {
  readonly settings: readonly Setting[];
  /** Standard deviations of the noise. */
  readonly sigmas: readonly number[];
  readonly repetitions: number;
};

export const definition: Definition<PerturbationParameters> = {
  title: 'Adaptive queries, exact and perturbed',
  description:
    'An analyst asks for the averages of m products of noise with a label, and then for one that all the answers vote on. The answers are exact, or have normal or Laplace noise.',
  tables: {
    adaptive_error: {
      description: 'How far answers are from the truth, which is 0',
      columns: {
        n: { type: 'int32', description: 'points of the sample' },
        m: { type: 'int32', description: 'queries before the final one' },
        sigma: { type: 'float64', description: 'standard deviation of the noise on each answer' },
        mechanism: {
          type: 'string',
          description: 'how queries are answered: empirical, gaussian or laplace',
        },
        seed: { type: 'int32', description: 'repetition' },
        final_error: {
          type: 'float64',
          description: 'average of the final query over the sample, without noise',
        },
        max_error: {
          type: 'float64',
          description: 'largest distance of an answer from the truth, the final answer included',
        },
      },
    },
  },
  profiles: {
    quick: {
      settings: [{ points: 2000, queries: [100, 500, 2000, 4000], parts: 2 }],
      sigmas: [0.03, 0.06],
      repetitions: 10,
    },
    full: {
      settings: [
        { points: 2000, queries: [20, 50, 100, 200, 500, 1000, 2000, 4000, 8000], parts: 2 },
        { points: 20_000, queries: [200, 500, 1000, 2000, 5000, 10_000, 20_000], parts: 5 },
      ],
      sigmas: [0.015, 0.03, 0.06, 0.12],
      repetitions: 10,
    },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ settings, repetitions }) =>
    settings.flatMap(({ points, queries, parts }, at) =>
      blocksOf(at, repetitions, parts, points * queries[queries.length - 1]),
    ),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<PerturbationParameters>): AsyncGenerator<RunEvent, void, void> {
  const { setting, from, to } = blockOf(part);
  const { points, queries } = params.settings[setting];
  for (let repetition = from; repetition < to; repetition++) {
    signal.throwIfAborted();
    const stream = (...name: (number | string)[]) =>
      random(seed, 'perturbation', points, repetition, ...name);
    const mechanisms = [
      { mechanism: 'empirical', sigma: 0, answer: exactAnswer },
      ...params.sigmas.flatMap((sigma) => [
        { mechanism: 'gaussian', sigma, answer: gaussianAnswer(sigma, stream('gaussian', sigma)) },
        { mechanism: 'laplace', sigma, answer: laplaceAnswer(sigma, stream('laplace', sigma)) },
      ]),
    ];
    const outcomes = voteAttack({
      points,
      queries,
      mechanisms: mechanisms.map(({ answer }) => answer),
      source: stream('sample'),
    });
    yield {
      table: 'adaptive_error',
      rows: outcomes.map(({ queries: m, mechanism: at, finalError, maxError }) => ({
        n: points,
        m,
        sigma: mechanisms[at].sigma,
        mechanism: mechanisms[at].mechanism,
        seed: repetition,
        final_error: finalError,
        max_error: maxError,
      })),
    };
    yield { progress: (repetition + 1 - from) / (to - from) };
  }
}
