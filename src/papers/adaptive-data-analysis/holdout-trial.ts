import { type Random, random } from '../../lib/statistics/random.js';
import { thresholdout, type ThresholdoutNoise } from './thresholdout.js';
import { selectVariables, standardAnswer } from './variable-selection.js';
import { voteAccuracies } from './vote-accuracies.js';

/** How the holdout answers. */
export const holdoutModes = ['standard', 'thresholdout'] as const;
export type HoldoutMode = (typeof holdoutModes)[number];

/** The sets on which a classifier is judged. */
export const holdoutSets = ['train', 'holdout', 'fresh'] as const;
export type HoldoutSet = (typeof holdoutSets)[number];

export interface HoldoutTrialOptions {
  /** Points n in each of the three sets. */
  readonly points: number;
  /** Variables d. */
  readonly variables: number;
  /** The first `shifted` of them have the mean `shift` times the label. */
  readonly shifted: number;
  readonly shift: number;
  /** Least correlation, in absolute value, of a variable that is kept. */
  readonly cut: number;
  /** T of Thresholdout, and its noise. */
  readonly threshold: number;
  noise(source: Random): ThresholdoutNoise;
  /** Numbers k of variables that the classifier uses; ascending. */
  readonly counts: readonly number[];
  readonly seed: number;
  /** Name of the trial among those of the seed. */
  readonly stream: readonly (number | string)[];
}

/** Accuracies of the vote of the k best variables. */
export interface HoldoutAccuracies {
  readonly k: number;
  readonly train: number;
  /** As the analyst is told. */
  readonly holdout: number;
  readonly fresh: number;
}

/** What a mode led to. */
export interface HoldoutOutcome {
  readonly mode: HoldoutMode;
  readonly accuracies: readonly HoldoutAccuracies[];
  /** How many variables were kept, and how many shifted ones are among them. */
  readonly selected: number;
  readonly selectedShifted: number;
  /** How many of Thresholdout's answers came from the holdout; 0 in the standard mode, which counts none. */
  readonly spent: number;
}

/**
 * The experiment of the reusable holdout (C. Dwork et al., *Science* 349, 2015), once, for both modes on the same
 * data. Labels y = ±1 are fair, d variables standard normal, some with a shift in the label's direction. An analyst
 * keeps the variables that correlate with the label on the training set and, as the holdout answers, there too, and
 * lets the k of them with the largest correlation on the training set vote, by its sign, for the label.
 *
 * Only products x·y matter, which are independent normals whatever y is; a correlation is their mean, N(0, 1/n). The
 * correlations of all variables are drawn first, and columns under the condition of these, for the variables that
 * vote: the law of the experiment, without the columns on which nothing depends.
 */
export function holdoutTrial(options: HoldoutTrialOptions): HoldoutOutcome[] {
  const { points, variables, shifted, cut, counts } = options;
  const stream = (...name: string[]) => random(options.seed, ...options.stream, ...name);
  const shiftOf = (variable: number) => (variable < shifted ? options.shift : 0);
  const correlations = ({ normal }: Random) =>
    Float64Array.from({ length: variables }, (_, j) => shiftOf(j) + normal() / Math.sqrt(points));
  const train = correlations(stream('correlations', 'train'));
  const holdout = correlations(stream('correlations', 'holdout'));

  const mechanism = thresholdout({ threshold: options.threshold, noise: options.noise(stream('noise')) });
  const answers = { standard: standardAnswer, thresholdout: mechanism.answer };
  const selections = holdoutModes.map((mode) => selectVariables(train, holdout, cut, answers[mode]));

  const order = Uint32Array.from({ length: variables }, (_, j) => j);
  order.sort((a, b) => Math.abs(train[b]) - Math.abs(train[a]));
  const shared = { points, order, weights: train, selections, counts };
  const onTrain = voteAccuracies({
    ...shared,
    mean: (j) => train[j],
    means: 'exact',
    source: stream('columns', 'train'),
  });
  const onHoldout = voteAccuracies({
    ...shared,
    mean: (j) => holdout[j],
    means: 'exact',
    source: stream('columns', 'holdout'),
  });
  const onFresh = voteAccuracies({
    ...shared,
    mean: shiftOf,
    means: 'expected',
    source: stream('columns', 'fresh'),
  });

  return holdoutModes.map((mode, at): HoldoutOutcome => {
    const accuracies = counts.map((k, i) => {
      const [seen, held] = [onTrain[at][i], onHoldout[at][i]];
      // Without a variable there is no vote, and nothing to ask.
      return { k, train: seen, holdout: k === 0 ? held : answers[mode](seen, held), fresh: onFresh[at][i] };
    });
    const kept = selections[at];
    return {
      mode,
      accuracies,
      selected: count(kept),
      selectedShifted: count(kept.subarray(0, shifted)),
      spent: mode === 'thresholdout' ? mechanism.spent : 0,
    };
  });
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}
