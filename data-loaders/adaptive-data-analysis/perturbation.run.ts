import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  exactAnswer,
  gaussianAnswer,
  laplaceAnswer,
} from '../../src/papers/adaptive-data-analysis/perturbation.js';
import { voteAttack } from '../../src/papers/adaptive-data-analysis/vote-attack.js';
import type { definition } from './perturbation.js';

/** Attacks all mechanisms on the same sample, repetition by repetition. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { setting, from, to } = part.of;
  const { points, queries } = params.settings[setting];
  for (let repetition = from; repetition < to; repetition++) {
    signal.throwIfAborted();
    const stream = (...name: (number | string)[]) =>
      random(seed, 'perturbation', points, repetition, ...name);
    const mechanisms = [
      { mechanism: 'empirical' as const, sigma: 0, answer: exactAnswer },
      ...params.sigmas.flatMap((sigma) => [
        {
          mechanism: 'gaussian' as const,
          sigma,
          answer: gaussianAnswer(sigma, stream('gaussian', sigma)),
        },
        { mechanism: 'laplace' as const, sigma, answer: laplaceAnswer(sigma, stream('laplace', sigma)) },
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
