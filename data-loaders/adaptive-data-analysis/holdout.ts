import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { holdoutTrial } from '../../src/lib/adaptive-queries/holdout-trial.js';
import { gaussianNoise } from '../../src/lib/adaptive-queries/thresholdout.js';
import { blockOf, blocksOf } from './blocks.js';

/** One size of the experiment. */
type Setting = {
  /** Points n in each set, and variables d. */
  readonly points: number;
  /** Numbers k of variables that the classifier uses. */
  readonly counts: readonly number[];
  /** Into how many parts the repetitions are cut. */
  readonly parts: number;
};

export type HoldoutParameters = {
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

const small = { points: 1000, counts: [0, 5, 10, 20, 30, 50, 75, 100, 150], parts: 2 };
const constants = { shifted: 20, shift: 6, cut: 1, threshold: 4, tolerance: 1 };

const which = {
  n: { type: 'int32', description: 'points in each of the three sets' },
  d: { type: 'int32', description: 'variables' },
  seed: { type: 'int32', description: 'repetition' },
  signal: { type: 'boolean', description: 'whether twenty variables depend on the label' },
  mode: { type: 'string', description: 'how the holdout answers: standard or thresholdout' },
} as const;

export const definition: Definition<HoldoutParameters> = {
  title: 'The reusable holdout',
  description:
    'An analyst selects variables with the help of a holdout set and asks it for the accuracy of the classifier; the holdout answers as it is, or by Thresholdout. The experiment of the companion paper, Science 2015.',
  tables: {
    holdout: {
      description: 'Accuracies of the vote of the k selected variables with the largest correlation',
      columns: {
        ...which,
        k: { type: 'int32', description: 'variables that the classifier uses' },
        set: { type: 'string', description: 'train, holdout (as reported to the analyst) or fresh' },
        accuracy: { type: 'float64', description: 'share of labels predicted right; ½ without a variable' },
      },
    },
    selection: {
      description: 'What the analyst selected',
      columns: {
        ...which,
        selected: { type: 'int32', description: 'variables kept' },
        selected_shifted: { type: 'int32', description: 'of these, variables that depend on the label' },
        spent: { type: 'int32', description: 'answers of Thresholdout that came from the holdout' },
      },
    },
  },
  profiles: {
    quick: { settings: [small], repetitions: 20, ...constants },
    full: {
      settings: [
        small,
        {
          points: 10_000,
          counts: [0, 10, 20, 30, 45, 70, 100, 150, 200, 250, 300, 400, 500, 1000, 1500],
          parts: 8,
        },
      ],
      repetitions: 100,
      ...constants,
    },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ settings, repetitions }) =>
    settings.flatMap(({ points, parts }, at) => blocksOf(at, repetitions, parts, points ** 2)),
};

export async function* run({
  params,
  part,
  seed,
  signal: abort,
}: Context<HoldoutParameters>): AsyncGenerator<RunEvent, void, void> {
  const { setting, from, to } = blockOf(part);
  const { points, counts } = params.settings[setting];
  const unit = 1 / Math.sqrt(points);
  for (let repetition = from; repetition < to; repetition++) {
    const accuracies: Row[] = [];
    const selections: Row[] = [];
    for (const signal of [false, true]) {
      abort.throwIfAborted();
      const outcomes = holdoutTrial({
        points,
        variables: points,
        shifted: signal ? params.shifted : 0,
        shift: params.shift * unit,
        cut: params.cut * unit,
        threshold: params.threshold * unit,
        noise: (source) => gaussianNoise(params.tolerance * unit, source),
        counts,
        seed,
        stream: ['holdout', points, repetition, String(signal)],
      });
      for (const { mode, selected, selectedShifted, spent, ...outcome } of outcomes) {
        const run = { n: points, d: points, seed: repetition, signal, mode };
        selections.push({ ...run, selected, selected_shifted: selectedShifted, spent });
        for (const { k, train, holdout, fresh } of outcome.accuracies)
          for (const [set, accuracy] of Object.entries({ train, holdout, fresh }))
            accuracies.push({ ...run, k, set, accuracy });
      }
    }
    yield { table: 'holdout', rows: accuracies };
    yield { table: 'selection', rows: selections };
    yield { progress: (repetition + 1 - from) / (to - from) };
  }
}
