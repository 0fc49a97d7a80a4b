import type { Random } from '../../lib/statistics/random.js';
import { laplace } from './laplace.js';

/** The three places where Thresholdout draws noise. */
export interface ThresholdoutNoise {
  /** Added to the threshold, anew after every answer from the holdout. */
  threshold(): number;
  /** Added to the threshold for one comparison. */
  comparison(): number;
  /** Added to an answer from the holdout. */
  answer(): number;
}

export interface ThresholdoutOptions {
  /** T: how far the two averages may lie apart before the holdout speaks. */
  readonly threshold: number;
  readonly noise: ThresholdoutNoise;
  /** B: how many answers may come from the holdout; without limit where omitted. */
  readonly budget?: number;
}

/** A holdout set that can be asked again and again. */
export interface Thresholdout {
  /**
   * Answers a query by its average over the training set, or over the holdout.
   *
   * @throws {RangeError} once the budget is spent: from then on nothing may be answered.
   */
  answer(train: number, holdout: number): number;
  /** How many answers came from the holdout. */
  readonly spent: number;
}

/**
 * Thresholdout (C. Dwork et al., "The reusable holdout", *Science* 349, 2015): the average over the training set is
 * the answer as long as the holdout agrees with it, |holdout − train| ≤ T + noise; only otherwise the holdout's own
 * average is, with noise, and costs one unit of the budget.
 */
export function thresholdout({ threshold, noise, budget = Infinity }: ThresholdoutOptions): Thresholdout {
  let shifted = threshold + noise.threshold();
  let spent = 0;
  return {
    get spent() {
      return spent;
    },
    answer(train, holdout) {
      if (spent >= budget) throw new RangeError(`Thresholdout: the budget of ${budget} answers is spent`);
      if (Math.abs(holdout - train) <= shifted + noise.comparison()) return train;
      spent++;
      shifted = threshold + noise.threshold();
      return holdout + noise.answer();
    },
  };
}

/** As in the experiment of the paper: normal noise of standard deviation `tolerance`, none on the threshold. */
export function gaussianNoise(tolerance: number, { normal }: Random): ThresholdoutNoise {
  const draw = () => tolerance * normal();
  return { threshold: () => 0, comparison: draw, answer: draw };
}

/** As in the algorithm of the paper: Laplace noise of scale 2σ, 4σ and σ, for a noise rate σ. */
export function laplaceNoise(rate: number, source: Random): ThresholdoutNoise {
  return {
    threshold: () => laplace(source, 2 * rate),
    comparison: () => laplace(source, 4 * rate),
    answer: () => laplace(source, rate),
  };
}
