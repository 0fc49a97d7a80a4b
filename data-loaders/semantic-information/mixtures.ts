import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { full, quick, type MixtureParameters } from './mixture-parameters.js';

const bits = { type: 'float64', unit: 'bits' } as const;
const inner = { type: 'int32', description: 'inner steps of CM-EM; 0 for EM' } as const;
const p = { type: 'float64', description: 'true share of the first component' } as const;
const start = { type: 'int32', description: 'number of the start' } as const;
const iterations = { type: 'int32', description: 'iterations done, 500 at most' } as const;
const rises = {
  type: 'int32',
  description: 'iterations after which KL was larger than before by 1e-12',
} as const;
const parameter = (description: string) => ({ type: 'float64', description }) as const;

export const definition: Definition<MixtureParameters> = {
  title: 'Mixtures by EM and by CM-EM',
  description: 'Iterations that each needs until the mixture is within 0.001 bit of the truth.',
  tables: {
    mixture_runs: {
      description: 'One row a run from a random start',
      columns: {
        problem: {
          type: 'string',
          description:
            'ratio: components that are easily told apart, with shares p and 1 − p; local: a narrow and a broad one with almost the same mean',
        },
        p,
        start,
        inner,
        iterations,
        converged: { type: 'boolean', description: 'whether KL fell below 0.001 bit' },
        KL: { ...bits, description: 'KL(P‖P_θ) at the end' },
        rises,
      },
    },
    mixture_traces: {
      description: 'Some runs of `ratio`, step by step, thinned out along a logarithmic axis',
      columns: {
        p,
        start,
        inner,
        iter: { type: 'int32', description: 'iterations done' },
        KL: { ...bits, description: 'KL(P‖P_θ)' },
        mu1: parameter('mean of the first component'),
        mu2: parameter('mean of the second component'),
        s1: parameter('standard deviation of the first component'),
        s2: parameter('standard deviation of the second component'),
        P1: parameter('share of the first component'),
      },
    },
    examples: {
      description: 'One row a run on a fixed example',
      columns: {
        example: { type: 'string', description: 'A, B, C or D' },
        inner,
        iterations,
        KL_start: { ...bits, description: 'KL(P‖P_θ) at the start' },
        KL_first: { ...bits, description: 'KL(P‖P_θ) after one iteration' },
        KL: { ...bits, description: 'KL(P‖P_θ) at the end' },
        rises,
      },
    },
    sample_runs: {
      description: 'One row a run on a sample, until an iteration lowers KL by less than 1e-5 bit',
      columns: {
        p,
        size: { type: 'int32', description: 'points of the sample' },
        seed: { type: 'int32', description: 'number of the sample' },
        inner,
        iterations,
        KL_sample: { ...bits, description: 'KL of the sample’s frequencies and the mixture' },
        KL_truth: { ...bits, description: 'KL of the true distribution and the mixture' },
      },
    },
    mixture_map: {
      description: 'One row a pair of ratio and distance: medians over starts',
      columns: {
        p,
        distance: { type: 'float64', description: 'distance of the two means, in standard deviations of both' },
        EM: { type: 'float64', description: 'median iterations of EM' },
        E3M: { type: 'float64', description: 'median iterations of E3M' },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'plain',
  parts: ({ ratios }) => [
    ...ratios.map((ratio) => ({ id: `ratio-${ratio}` })),
    { id: 'local' },
    { id: 'examples', cost: 0.1 },
    { id: 'samples' },
    { id: 'map' },
  ],
}; // prettier-ignore

export async function* run(context: Context<MixtureParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runMixtures } = await import('./mixture-run.js');
  yield* runMixtures(context);
}
