import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/cs-ib/tables.js';

/** Parameters of the example of two Gaussians. */
type TwoGaussianParameters = {
  /** How many times it is repeated, each with its own points. */
  readonly repetitions: number;
  /** Target points at each of the two centres (−centre, −centre) and (centre, centre). */
  readonly half: number;
  readonly centre: number;
  readonly free: number;
  readonly width: number;
  readonly rate: number;
  readonly steps: number;
  /** Steps of which the losses are kept, and the points. */
  readonly recorded: number;
  readonly snapshots: number;
  /** A point within this distance of a centre counts as its. */
  readonly radius: number;
  /** The reverse Kullback–Leibler fit. */
  readonly fitSamples: number;
  readonly fitRate: number;
  readonly fitSteps: number;
};

const quick: TwoGaussianParameters = {
  repetitions: 6,
  half: 50,
  centre: 4,
  free: 100,
  width: 1,
  rate: 50,
  steps: 400,
  recorded: 150,
  snapshots: 25,
  radius: 3,
  fitSamples: 1000,
  fitRate: 0.1,
  fitSteps: 100,
};

/** What the released example takes. */
const released = { half: 200, free: 400, rate: 200, steps: 10_000 };

export const definition = defineExperiment({
  title: 'Two Gaussians',
  description:
    'Free points descend on their Cauchy–Schwarz divergence from two clusters; one Gaussian is fitted by reverse Kullback–Leibler divergence.',
  tables: {
    two_gaussian: tables.two_gaussian,
    two_gaussian_points: tables.two_gaussian_points,
    two_gaussian_modes: tables.two_gaussian_modes,
  },
  profiles: { quick, full: { ...quick, ...released } },
  scale: ({ half, free, steps, repetitions }) => ({
    level: half >= released.half && free >= released.free && steps >= released.steps ? 'paper' : 'reduced',
    data: {
      here: `${half} target points a mode`,
      paper: `${released.half}, by the released example`,
    },
    model: { here: `${free} free points`, paper: `${released.free}` },
    training: { here: `${count(steps)} steps`, paper: count(released.steps) },
    repetitions: { here: `${repetitions}`, paper: '1' },
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ repetitions }) =>
    range(repetitions).map((repetition) => ({ id: `repetition-${repetition}`, of: { repetition } })),
});
