import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type RatingParameters = {
  /** Exponents of ten between which α runs, and steps a factor of ten. */
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  /** α at which rock, paper and scissors are ranked. */
  readonly alpha: number;
};

const quick: RatingParameters = { from: -3, to: 3, steps: 5, alpha: 100 };

export const definition = defineExperiment({
  title: 'Elo and α-Rank',
  description:
    'Both ratings where wins go round in a circle, α-Rank as α grows, and the gaps that make soccer hard.',
  tables: {
    ratings: tables.ratings,
    alpha_sweep: tables.alpha_sweep,
    soccer_gaps: tables.soccer_gaps,
  },
  profiles: { quick, full: { ...quick, steps: 20 } },
  scale: ({ from, to, steps }) => ({
    level: 'exact',
    data: `rock, paper and scissors, a biased variant, and soccer; α from 10^${from} to 10^${to} in ${steps} steps a factor of ten`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'ratings' }],
});
