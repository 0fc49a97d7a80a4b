import { fastRandom } from '../../lib/statistics/fast-random.js';
import type { Random } from '../../lib/statistics/random.js';

export interface VoteOptions {
  /** Size n of the set on which the votes are counted. */
  readonly points: number;
  /** Variables in the order in which they join the vote. */
  readonly order: Uint32Array;
  /** By whose sign each variable votes, `[d]`. */
  readonly weights: Float64Array;
  /** The variables that may vote, 1 or 0, `[d]`: for each vote that is taken on the same data. */
  readonly selections: readonly Uint8Array[];
  /** Numbers k of voters at which the accuracy is wanted; ascending. */
  readonly counts: readonly number[];
  /** Mean that a variable's column has on the set, or is expected to have where `means` is 'expected'. */
  readonly mean: (variable: number) => number;
  readonly means: 'exact' | 'expected';
  readonly source: Random;
}

/**
 * Shares of points that the vote of the first k selected variables gets right, `[selections][counts]`. With fewer
 * than k variables all vote; no vote at all counts as ½, a tie as wrong.
 *
 * A column holds products x·y of a variable with the label, which are normal with unit variance, so that the vote is
 * right where Σ ±x·y > 0. Columns are drawn as they are needed. Where the mean over the set is known already
 * (`exact`), the column is drawn under this condition, which is exact for independent normals: z − z̄ + mean.
 */
export function voteAccuracies(options: VoteOptions): Float64Array[] {
  const { points, order, weights, selections, counts, mean, means } = options;
  const columns = fastRandom(options.source);
  const column = new Float32Array(points);
  const polls = selections.map((selected) => {
    const accuracies = new Float64Array(counts.length);
    return { selected, sums: new Float64Array(points), voters: 0, next: 0, accuracies };
  });
  /** Notes the accuracies that are wanted with the present voters, or, at the end, with more than there are. */
  const note = (poll: (typeof polls)[number], last: boolean) => {
    const share = poll.voters === 0 ? 0.5 : positiveShare(poll.sums);
    const reached = () => last || counts[poll.next] === poll.voters;
    for (; poll.next < counts.length && reached(); poll.next++) poll.accuracies[poll.next] = share;
  };
  for (const poll of polls) if (counts[0] === 0) note(poll, false);
  for (const variable of order) {
    const voting = polls.filter(({ selected, next }) => next < counts.length && selected[variable] === 1);
    if (voting.length === 0) continue;
    columns.fillNormal(column);
    const offset = mean(variable) - (means === 'exact' ? average(column) : 0);
    for (const poll of voting) {
      addSigned(poll.sums, column, offset, Math.sign(weights[variable]));
      poll.voters++;
      if (counts[poll.next] === poll.voters) note(poll, false);
    }
  }
  for (const poll of polls) note(poll, true);
  return polls.map(({ accuracies }) => accuracies);
}

function addSigned(sums: Float64Array, column: Float32Array, offset: number, sign: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] += sign * (column[i] + offset);
}

function average(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

function positiveShare(sums: Float64Array): number {
  let positive = 0;
  for (let i = 0; i < sums.length; i++) if (sums[i] > 0) positive++;
  return positive / sums.length;
}
