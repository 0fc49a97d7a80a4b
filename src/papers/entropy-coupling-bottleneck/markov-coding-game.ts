import type { Random } from '../../lib/statistics/random.js';
import type { Coupling } from './coupling.js';
import { greedyMinimumEntropyCoupling } from './greedy-minimum-entropy-coupling.js';
import { drawOutcome, type MarkovDecisionProcess } from './markov-decision-process.js';

/** A task to be done and a code word to be told by how it is done. */
export interface MarkovCodingGame {
  readonly process: MarkovDecisionProcess;
  /** π(a | s), `[states, actions]`: how an agent acts that has nothing to tell. */
  readonly policy: Float64Array;
  /** How likely each code word is, `[words]`. */
  readonly prior: Float64Array;
  readonly discount: number;
  /** Steps after which an episode ends. */
  readonly horizon: number;
}

export interface CodedEpisode {
  /** Σ γᵗ r. */
  readonly earned: number;
  readonly steps: number;
  /** What the receiver believes of the word that was sent, before the first step and after each, `[steps + 1]`. */
  readonly belief: Float64Array;
  /** The word that the receiver settles for: the most credible one. */
  readonly decoded: number;
}

/**
 * One episode in which an agent tells a code word by its actions. At each state the receiver's belief b over words
 * and the policy are coupled greedily; the agent, who knows the word t, draws its action from row t of the coupling,
 * over b_t. Whatever the word, actions then follow the policy exactly, so the task does not suffer. The receiver, who
 * sees states and actions, makes the coupling too, and takes the action's column, normalised, for its new belief:
 * the exact posterior. (Sokota et al., ICML 2022; with a rate limit: Ebrahimi, Chen, Khisti, NeurIPS 2024.)
 *
 * A step costs O(words log words).
 */
export function playCodedEpisode(game: MarkovCodingGame, word: number, source: Random): CodedEpisode {
  const { process, policy, prior, discount, horizon } = game;
  const { actions, next, reward, absorbing } = process;
  let belief: Float64Array = prior;
  const believed = [belief[word]];
  let state = process.start;
  let earned = 0;
  let steps = 0;
  for (; steps < horizon && !absorbing.has(state); steps++) {
    const coupling = greedyMinimumEntropyCoupling(
      belief,
      policy.subarray(state * actions, (state + 1) * actions),
    );
    const action = drawAction(coupling, word, source);
    belief = posterior(coupling, action);
    believed.push(belief[word]);
    const outcome = drawOutcome(process, state, action, source);
    earned += discount ** steps * reward[outcome];
    state = next[outcome];
  }
  return { earned, steps, belief: Float64Array.from(believed), decoded: belief.indexOf(Math.max(...belief)) };
}

/** Draws a column with the masses of a row. */
function drawAction({ row, column, mass }: Coupling, word: number, source: Random): number {
  let sum = 0;
  for (let cell = 0; cell < mass.length; cell++) if (row[cell] === word) sum += mass[cell];
  let left = source.uniform() * sum;
  let action = column[0];
  for (let cell = 0; cell < mass.length; cell++)
    if (row[cell] === word) {
      action = column[cell];
      left -= mass[cell];
      if (left < 0) break;
    }
  return action;
}

/** A column of a coupling, normalised, `[rows]`. */
function posterior({ rows, row, column, mass }: Coupling, of: number): Float64Array {
  const belief = new Float64Array(rows);
  let sum = 0;
  for (let cell = 0; cell < mass.length; cell++)
    if (column[cell] === of) {
      belief[row[cell]] = mass[cell];
      sum += mass[cell];
    }
  for (let t = 0; t < rows; t++) belief[t] /= sum;
  return belief;
}
