import type { Random } from '../../lib/statistics/random.js';

/** A finite Markov decision process whose actions have the same number of outcomes each. */
export interface MarkovDecisionProcess {
  readonly states: number;
  readonly actions: number;
  readonly outcomes: number;
  /** Where an outcome leads, how likely it is, and what it earns, `[states, actions, outcomes]`, row-major. */
  readonly next: Int32Array;
  readonly probability: Float64Array;
  readonly reward: Float64Array;
  /** The states that end an episode. */
  readonly absorbing: ReadonlySet<number>;
  readonly start: number;
}

/** Draws one outcome of an action; its place in `next` and `reward`. */
export function drawOutcome(
  { actions, outcomes, probability }: MarkovDecisionProcess,
  state: number,
  action: number,
  source: Random,
): number {
  const first = (state * actions + action) * outcomes;
  let left = source.uniform();
  let at = first;
  for (; at < first + outcomes - 1; at++) {
    left -= probability[at];
    if (left < 0) break;
  }
  return at;
}
