/** What a query to the holdout gives: the answer, from the averages over the training set and the holdout. */
export type HoldoutAnswer = (train: number, holdout: number) => number;

/** The standard holdout: its own average, however often it is asked. */
export const standardAnswer: HoldoutAnswer = (_, holdout) => holdout;

/**
 * Which variables an analyst keeps: those whose correlation with the label is beyond ±`cut`, on the same side, on the
 * training set and by the answer for the holdout. One query for each variable, in order.
 *
 * @param train correlations on the training set, `[d]`; @param holdout on the holdout, `[d]`.
 * @returns 1 for a variable that is kept and 0 for another, `[d]`.
 */
export function selectVariables(
  train: Float64Array,
  holdout: Float64Array,
  cut: number,
  answer: HoldoutAnswer,
): Uint8Array {
  return Uint8Array.from(train, (correlation, variable) => {
    const answered = answer(correlation, holdout[variable]);
    const above = correlation > cut && answered > cut;
    const below = correlation < -cut && answered < -cut;
    return Number(above || below);
  });
}
