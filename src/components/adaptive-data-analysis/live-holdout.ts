import {
  type HoldoutMode,
  type HoldoutOutcome,
  holdoutSets,
  holdoutTrial,
} from '../../papers/adaptive-data-analysis/holdout-trial.js';
import { gaussianNoise, laplaceNoise } from '../../papers/adaptive-data-analysis/thresholdout.js';
import type { AccuracyPoint } from './accuracies.js';

/** Which law Thresholdout's noise has: as in the authors' experiment, or as in their algorithm. */
export type NoiseLaw = 'gaussian' | 'laplace';

export interface LiveHoldoutSettings {
  readonly signal: boolean;
  readonly mode: HoldoutMode;
  /** T and the tolerance (the noise rate), in units of 1/√n. */
  readonly threshold: number;
  readonly tolerance: number;
  readonly noise: NoiseLaw;
  readonly seed: number;
}

/** One run of the experiment. */
export interface LiveHoldout {
  readonly points: readonly AccuracyPoint[];
  readonly outcome: HoldoutOutcome;
}

/** Points in each set, and variables. */
export const liveSize = 600;

/** The largest number of variables that the classifier uses. */
export const liveMost = 200;

const counts = Array.from({ length: liveMost + 1 }, (_, k) => k);

/** Runs the experiment at n = d = 600 and looks at every k: some 20 ms in a browser. */
export function liveHoldout({ signal, mode, seed, ...settings }: LiveHoldoutSettings): LiveHoldout {
  const unit = 1 / Math.sqrt(liveSize);
  const law = settings.noise === 'gaussian' ? gaussianNoise : laplaceNoise;
  const outcomes = holdoutTrial({
    points: liveSize,
    variables: liveSize,
    shifted: signal ? 20 : 0,
    shift: 6 * unit,
    cut: unit,
    threshold: settings.threshold * unit,
    noise: (source) => law(settings.tolerance * unit, source),
    counts,
    seed,
    stream: ['live-holdout'],
  });
  const outcome = outcomes.find((candidate) => candidate.mode === mode)!;
  const points = outcome.accuracies.flatMap((at) =>
    holdoutSets.map((set) => ({ mode, signal, k: at.k, set, accuracy: at[set], deviation: 0 })),
  );
  return { points, outcome };
}
