import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { sourceIds, tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type RandomCodesParameters = {
  /** Rates of a curve, from 0 to H(X), evenly spaced. */
  readonly rates: number;
  /** Probabilities of the brute-force grid are multiples of 1 / steps. */
  readonly steps: number;
  /** Random perturbations of each deterministic code. */
  readonly perturbed: number;
};

const quick: RandomCodesParameters = { rates: 121, steps: 20, perturbed: 20_000 };

export const definition = defineExperiment({
  title: 'Codes at every rate',
  description:
    'What greedy, optimal deterministic and slightly random codes keep of a source at each rate; and whether any small perturbation of a deterministic code beats the moves of Theorem 3.',
  tables: { curve: tables.curve, perturbation: tables.perturbation },
  profiles: { quick, full: { rates: 481, steps: 40, perturbed: 200_000 } },
  scale: ({ perturbed }) => ({
    level: 'exact',
    data: {
      here: `${count(perturbed)} perturbations of each deterministic code of one source`,
      paper: 'brute force on the same source',
    },
  }),
  seed: 1,
  compute: 'plain',
  parts: () => [
    ...sourceIds.map((source) => ({ id: source, of: { source } })),
    { id: 'perturbations', cost: 10, of: { source: null } },
  ],
});
