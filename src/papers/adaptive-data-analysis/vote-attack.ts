import type { Random } from '../../lib/statistics/random.js';
import type { Answer } from './perturbation.js';

export interface VoteAttackOptions {
  /** Size n of the sample. */
  readonly points: number;
  /** Numbers m of queries after which the final query is asked; ascending. */
  readonly queries: readonly number[];
  /** Mechanisms that answer the same queries on the same sample, each attacked by its own answers. */
  readonly mechanisms: readonly Answer[];
  /** Where the sample comes from. */
  readonly source: Random;
}

/** What one mechanism had to give after m queries and the final one. */
export interface VoteAttackOutcome {
  readonly queries: number;
  /** Which of the mechanisms. */
  readonly mechanism: number;
  /** The final query's average over the sample; its truth is 0. */
  readonly finalError: number;
  /** Largest distance of an answer from the truth, over the m queries and the final one. */
  readonly maxError: number;
}

/** One mechanism under attack. */
interface Attacked {
  readonly answer: Answer;
  /** Twice the signed count of the ones among a point's bits; `offset` turns it into the vote. `[points]` */
  readonly votes: Int32Array;
  offset: number;
  maxError: number;
}

/**
 * An analyst who learns the sample by asking, after D. Freedman ("A note on screening regression equations", *Am.
 * Stat.* 37, 1983): y and the features x₁ … x_m are independent fair signs; query j asks for the average of x_j y,
 * the final one for that of y · sign(Σ_j sign(a_j) x_j), where a_j were the answers. The truth is 0 throughout.
 *
 * Since y is a sign, z_j = x_j y are independent fair signs too, and the final query is sign(Σ_j sign(a_j) z_j): the
 * simulation draws z, 32 points a word, and never y. The m queries are the first m of one stream, so that a longer
 * attack continues a shorter one.
 */
export function voteAttack({ points, queries, mechanisms, source }: VoteAttackOptions): VoteAttackOutcome[] {
  const words = new Uint32Array(Math.ceil(points / 32));
  const rest = points % 32;
  const attacked = mechanisms.map((answer): Attacked => {
    return { answer, votes: new Int32Array(points), offset: 0, maxError: 0 };
  });
  const outcomes: VoteAttackOutcome[] = [];
  let asked = 0;
  for (const stop of queries) {
    for (; asked < stop; asked++) {
      for (let i = 0; i < words.length; i++) words[i] = source.integer(2 ** 32);
      if (rest > 0) words[words.length - 1] &= 2 ** rest - 1;
      const empirical = (2 * ones(words)) / points - 1;
      for (const one of attacked) vote(one, words, empirical);
    }
    attacked.forEach((one, mechanism) => {
      const finalError = average(one);
      const maxError = Math.max(one.maxError, Math.abs(one.answer(finalError)));
      outcomes.push({ queries: stop, mechanism, finalError, maxError });
    });
  }
  return outcomes;
}

/** Asks a mechanism one query, and lets the sign of its answer vote. */
function vote(one: Attacked, words: Uint32Array, empirical: number): void {
  const answer = one.answer(empirical);
  one.maxError = Math.max(one.maxError, Math.abs(answer));
  const sign = Math.sign(answer);
  if (sign === 0) return;
  one.offset -= sign;
  const { votes } = one;
  const twice = 2 * sign;
  for (let i = 0, at = 0; at < votes.length; i++) {
    const end = Math.min(at + 32, votes.length);
    for (let word = words[i]; at < end; at++, word >>>= 1) votes[at] += (word & 1) * twice;
  }
}

/** Average of the votes' signs; a tie counts as 0. */
function average({ votes, offset }: Attacked): number {
  let sum = 0;
  for (let i = 0; i < votes.length; i++) sum += Math.sign(votes[i] + offset);
  return sum / votes.length;
}

/** Number of ones in all words. */
function ones(words: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    let word = words[i];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    word = (word + (word >>> 4)) & 0x0f0f0f0f;
    count += Math.imul(word, 0x01010101) >>> 24;
  }
  return count;
}
