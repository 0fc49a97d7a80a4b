import { defineExperiment, type Part } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type MixtureParameters = {
  /** Inner steps of CM-EM that are compared; 0 is EM. */
  readonly inner: readonly number[];
  /** Mixing ratios of the narrow component. */
  readonly ratios: readonly number[];
  /** Random starts a ratio, and how many of them are traced. */
  readonly starts: number;
  readonly traced: number;
  /** Random starts of example A. */
  readonly localStarts: number;
  /** Finite samples instead of exact distributions. */
  readonly samples: {
    readonly sizes: readonly number[];
    readonly ratios: readonly number[];
    readonly seeds: number;
  };
  /** The map of ratio and distance. */
  readonly map: {
    readonly ratios: readonly number[];
    readonly distances: readonly number[];
    readonly starts: number;
  };
};

/** What is compared in a part: one mixing ratio from random starts, or all of another comparison. */
type Comparison =
  | { readonly kind: 'ratio'; readonly p: number }
  | { readonly kind: 'local' | 'examples' | 'samples' | 'map' };

const quick: MixtureParameters = {
  inner: [0, 2, 3, 5, 20],
  ratios: [0.5, 0.3, 0.1, 0.05],
  starts: 60,
  traced: 12,
  localStarts: 100,
  samples: { sizes: [50, 200, 1000, 5000], ratios: [0.5, 0.1], seeds: 5 },
  map: { ratios: [0.05, 0.1, 0.2, 0.3, 0.5], distances: [10, 20, 30, 40, 50], starts: 5 },
};

const full: MixtureParameters = {
  ...quick,
  starts: 2000,
  localStarts: 2000,
  samples: { sizes: [50, 100, 200, 500, 1000, 2000, 5000], ratios: [0.5, 0.3, 0.1, 0.05], seeds: 20 },
  map: {
    ratios: Array.from({ length: 20 }, (_, i) => (i + 1) / 40),
    distances: Array.from({ length: 25 }, (_, i) => 10 + 2 * i),
    starts: 20,
  },
};

export const definition = defineExperiment({
  title: 'Mixtures by EM and by CM-EM',
  description: 'Iterations that each needs until the mixture is within 0.001 bit of the truth.',
  tables: {
    mixture_runs: tables.mixture_runs,
    mixture_traces: tables.mixture_traces,
    examples: tables.examples,
    sample_runs: tables.sample_runs,
    mixture_map: tables.mixture_map,
  },
  profiles: { quick, full },
  scale: ({ ratios, starts, localStarts }) => ({
    level: 'stand-in',
    data: `known mixtures of two, of ours, with shares ${ratios.join(', ')}`,
    model: 'EM and CM-EM on two normal components',
    training: 'until within 0.001 bit, 500 iterations at most',
    repetitions: `${starts} random starts a share, ${localStarts} on the example with local convergence`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ ratios }): (Part & { readonly of: Comparison })[] => [
    ...ratios.map((p) => ({ id: `ratio-${p}`, of: { kind: 'ratio', p } as const })),
    { id: 'local', of: { kind: 'local' } },
    { id: 'examples', cost: 0.1, of: { kind: 'examples' } },
    { id: 'samples', of: { kind: 'samples' } },
    { id: 'map', of: { kind: 'map' } },
  ],
});
