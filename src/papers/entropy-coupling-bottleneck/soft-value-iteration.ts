import type { MarkovDecisionProcess } from './markov-decision-process.js';

export interface SoftValueOptions {
  /** γ, from 0 to less than 1. */
  readonly discount: number;
  /** β: the price of a nat of the policy's entropy; the smaller, the more the policy is set on the best action. */
  readonly temperature: number;
  /** Ends once no value changes by more; 1e-10 where omitted. */
  readonly tolerance?: number;
}

export interface SoftValues {
  /** V(s) = β log Σ_a exp(Q(s, a) / β), natural logarithm, `[states]`; 0 where an episode ends. */
  readonly values: Float64Array;
  /** π(a | s) = exp((Q(s, a) − V(s)) / β), `[states, actions]`, row-major. */
  readonly policy: Float64Array;
}

/**
 * Maximum-entropy reinforcement learning on a known process: Q(s, a) = Σ p (r + γ V(s')), iterated from V = 0. Each
 * sweep takes the distance from the solution by γ. (B. Ziebart et al., AAAI 2008; T. Haarnoja et al., ICML 2017.)
 *
 * @throws {RangeError} unless 0 ≤ γ < 1 and β > 0.
 */
export function softValueIteration(
  process: MarkovDecisionProcess,
  { discount, temperature, tolerance = 1e-10 }: SoftValueOptions,
): SoftValues {
  if (!(discount >= 0 && discount < 1) || !(temperature > 0))
    throw new RangeError(`soft value iteration: discount ${discount}, temperature ${temperature}`);
  const { states, actions, outcomes, next, probability, reward, absorbing } = process;
  const values = new Float64Array(states);
  const q = new Float64Array(actions);
  const policy = new Float64Array(states * actions);
  for (let change = Infinity; change > tolerance;) {
    change = 0;
    for (let state = 0; state < states; state++) {
      let largest = -Infinity;
      for (let action = 0; action < actions; action++) {
        q[action] = 0;
        const first = (state * actions + action) * outcomes;
        for (let at = first; at < first + outcomes; at++)
          q[action] += probability[at] * (reward[at] + discount * values[next[at]]);
        largest = Math.max(largest, q[action]);
      }
      // The largest apart, lest an exponential overflow.
      let sum = 0;
      for (let action = 0; action < actions; action++) sum += Math.exp((q[action] - largest) / temperature);
      for (let action = 0; action < actions; action++)
        policy[state * actions + action] = Math.exp((q[action] - largest) / temperature) / sum;
      const value = absorbing.has(state) ? 0 : largest + temperature * Math.log(sum);
      change = Math.max(change, Math.abs(value - values[state]));
      values[state] = value;
    }
  }
  return { values, policy };
}
