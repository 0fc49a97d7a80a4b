import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';

export type LimitsParameters = {
  readonly points: number;
  readonly dimension: number;
  /** σ of the kernel. */
  readonly width: number;
  /** Distance between points, or groups of them, that counts as far. */
  readonly distance: number;
  /** Numbers of tight groups. */
  readonly groups: readonly number[];
  readonly steps: readonly number[];
};

const quick: LimitsParameters = {
  points: 60,
  dimension: 60,
  width: 10,
  distance: 1000,
  groups: [2, 3, 5, 10],
  steps: [1, 2, 5],
};

export const definition = defineExperiment({
  title: 'Limits of the entropy',
  description:
    'Point sets whose diffusion spectral entropy is known: all equal, tight far groups, all far apart.',
  tables: { limits: tables.limits },
  profiles: { quick },
  scale: ({ points }) => ({
    level: 'exact',
    data: `${points} points, identical, in tight groups or all far apart`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
});
