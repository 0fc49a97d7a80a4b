import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/adaptive-estimators/tables.js';

type InvarianceParameters = {
  readonly seeds: number;
  readonly bins: number;
  readonly edges: number;
  readonly variance: number;
  readonly stride: number;
};

const quick: InvarianceParameters = { seeds: 3, bins: 30, edges: 30, variance: 1e-3, stride: 4 };

export const definition = defineExperiment({
  title: 'Maps of a layer',
  description:
    'The hidden layers of untrained ReLU networks, read as they are and after a strictly increasing map of their activations.',
  tables: { invariance: tables.invariance },
  profiles: { quick, full: { ...quick, seeds: 20, stride: 1 } },
  scale: ({ seeds, stride }) => ({
    level: 'exact',
    data: `${count(Math.ceil(4096 / stride))} patterns through ${seeds} untrained networks 12-10-7-5-4-3-2`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) => range(seeds).map((seed) => ({ id: `network-${seed}`, of: { seed } })),
});
