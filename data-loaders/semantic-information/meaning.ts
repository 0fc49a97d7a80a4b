import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

type MeaningParameters = {
  /** Random channels with random truth functions. */
  readonly channels: number;
  /** Samples of what a label was used of, and their size. */
  readonly samples: number;
  readonly sampleSize: number;
};

const quick: MeaningParameters = { channels: 200, samples: 20, sampleSize: 200 };

export const definition = defineExperiment({
  title: 'Meaning, information and likelihood',
  description:
    'Semantic against Shannon information of random channels, and semantic information against likelihood as a label’s centre moves.',
  tables: { random_channels: tables.random_channels, likelihood: tables.likelihood },
  profiles: { quick, full: { channels: 5000, samples: 200, sampleSize: 200 } },
  scale: ({ channels, samples }) => ({
    level: 'exact',
    data: `identities on ${channels} random channels and ${samples} samples`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
});
