import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/adaptive-data-analysis/tables.js';
import { blocksOf } from './blocks.js';

/** One size of the experiment. */
type Setting = {
  /** Points n in each set, and variables d. */
  readonly points: number;
  /** Numbers k of variables that the classifier uses. */
  readonly counts: readonly number[];
  /** Into how many parts the repetitions are cut. */
  readonly parts: number;
};

type HoldoutParameters = {
  readonly settings: readonly Setting[];
  readonly repetitions: number;
  /** Variables with a signal, where there is one, and their shift in units of 1/√n. */
  readonly shifted: number;
  readonly shift: number;
  /** Least correlation of a variable that is kept, T, and the standard deviation of the noise, in units of 1/√n. */
  readonly cut: number;
  readonly threshold: number;
  readonly tolerance: number;
};

const small: Setting = { points: 1000, counts: [0, 5, 10, 20, 30, 50, 75, 100, 150], parts: 2 };

const large: Setting = {
  points: 10_000,
  counts: [0, 10, 20, 30, 45, 70, 100, 150, 200, 250, 300, 400, 500, 1000, 1500],
  parts: 8,
};

const quick: HoldoutParameters = {
  settings: [small],
  repetitions: 20,
  shifted: 20,
  shift: 6,
  cut: 1,
  threshold: 4,
  tolerance: 1,
};

export const definition = defineExperiment({
  title: 'The reusable holdout',
  description:
    'An analyst selects variables with the help of a holdout set and asks it for the accuracy of the classifier; the holdout answers as it is, or by Thresholdout. The experiment of the companion paper, Science 2015.',
  tables: { holdout: tables.holdout, selection: tables.selection },
  profiles: { quick, full: { ...quick, settings: [small, large], repetitions: 100 } },
  scale({ settings, repetitions }) {
    const points = Math.max(...settings.map((setting) => setting.points));
    return {
      level: points >= 10_000 && repetitions >= 100 ? 'paper' : 'reduced',
      data: { here: `n = d = ${points.toLocaleString('en')}`, paper: '10,000 (the companion)' },
      model: 'the vote of the selected variables',
      training: 'selection of variables on the training set',
      repetitions: { here: `${repetitions}`, paper: '100 (the companion)' },
    };
  },
  seed: 1,
  compute: 'plain',
  parts: ({ settings, repetitions }) =>
    settings.flatMap(({ points, parts }, at) => blocksOf(at, repetitions, parts, points ** 2)),
});
