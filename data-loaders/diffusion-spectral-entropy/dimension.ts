import { cross, range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { distributions, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';

export type DimensionParameters = {
  readonly points: number;
  /** Coordinates D of the space. */
  readonly ambient: number;
  /** Dimensions d of the distribution: so many between the lowest and D, equally far from each other. */
  readonly lowest: number;
  readonly dimensions: number;
  /** Amplitudes of the uniform noise on all D coordinates. */
  readonly noise: readonly number[];
  readonly steps: readonly number[];
  /** Bins of each coordinate, of the classic entropy. */
  readonly bins: number;
  readonly width: number;
  readonly seeds: number;
};

const quick: DimensionParameters = {
  points: 300,
  ambient: 1024,
  lowest: 51,
  dimensions: 8,
  noise: [0.01, 0.1, 0.3],
  steps: [1, 2, 3, 5],
  bins: 2,
  width: 10,
  seeds: 3,
};

export const definition = defineExperiment({
  title: 'Entropy and dimension',
  description:
    'Points that vary in d of D coordinates, with noise on all of them: their diffusion spectral entropy and the classic entropy of binned coordinates.',
  tables: { dimension: tables.dimension },
  profiles: { quick, full: { ...quick, points: 500, dimensions: 20, seeds: 5 } },
  scale: ({ points, ambient, dimensions, seeds }) => ({
    level: points >= 500 && dimensions >= 20 && seeds >= 5 ? 'paper' : 'reduced',
    data: {
      here: `${points} points in ${count(ambient)} dimensions, which vary in ${dimensions} numbers of them`,
      paper: '500 points, 20 numbers',
    },
    model: 'none',
    training: 'none',
    repetitions: { here: `${seeds}`, paper: '5' },
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) =>
    cross(distributions, range(seeds), (distribution, seed) => ({
      id: `${distribution}-${seed}`,
      of: { distribution, seed },
    })),
});
