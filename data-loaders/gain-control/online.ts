import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { fullSetting, quickSetting, type Setting } from '../../src/papers/gain-control/setting.js';
import { tables } from '../../src/papers/gain-control/tables.js';
import { standInScale } from './stand-in-scale.js';

type OnlineParameters = Setting & {
  readonly probability: number;
  readonly seeds: number;
  readonly rate: number;
  readonly steps: number;
  /** The stimuli before which the ensemble becomes biased, and unbiased again. */
  readonly biasedAfter: number;
  readonly unbiasedAfter: number;
  /** Stimuli between two rows. */
  readonly every: number;
};

const quick: OnlineParameters = {
  ...quickSetting,
  probability: 0.35,
  seeds: 4,
  rate: 0.005,
  steps: 5000,
  biasedAfter: 1500,
  unbiasedAfter: 3500,
  every: 10,
};

/** At most so many parts; a part takes every tenth seed. */
const mostParts = 10;

export const definition = defineExperiment({
  title: 'Gains that follow their stimuli',
  description:
    'Gains that take a step downhill on the objective of each stimulus, while the ensemble becomes biased and unbiased again.',
  tables: { online: tables.online },
  profiles: { quick, full: { ...quick, ...fullSetting, seeds: 20, every: 20 } },
  scale: (params) =>
    standInScale(params, {
      training: `${params.steps} steps, one a stimulus`,
      repetitions: `${params.seeds} sequences`,
    }),
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) =>
    range(Math.min(seeds, mostParts)).map((first) => ({
      id: `sequences-${first}`,
      of: { seeds: range(first, seeds, mostParts) },
    })),
});
