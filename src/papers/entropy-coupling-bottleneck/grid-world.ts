import type { MarkovDecisionProcess } from './markov-decision-process.js';

/** Rows and columns that a move adds: up, down, left, right. */
const moves = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

/**
 * A square of `side` × `side` places, from the upper left corner (state 0) to the lower right one, which ends it and
 * earns 1. Four moves; a wall keeps one in place. With probability `slip` a move is replaced by one of the four at
 * random.
 */
export function gridWorld(side: number, slip: number): MarkovDecisionProcess {
  const states = side * side;
  const goal = states - 1;
  const shape = states * moves.length * moves.length;
  const next = new Int32Array(shape);
  const probability = new Float64Array(shape);
  const reward = new Float64Array(shape);
  let at = 0;
  for (let state = 0; state < states; state++)
    for (let action = 0; action < moves.length; action++)
      for (let made = 0; made < moves.length; made++) {
        const row = Math.floor(state / side) + moves[made][0];
        const column = (state % side) + moves[made][1];
        const inside = row >= 0 && row < side && column >= 0 && column < side;
        next[at] = state !== goal && inside ? row * side + column : state;
        probability[at] = slip / moves.length + (made === action ? 1 - slip : 0);
        reward[at] = state !== goal && next[at] === goal ? 1 : 0;
        at++;
      }
  return {
    states,
    actions: moves.length,
    outcomes: moves.length,
    next,
    probability,
    reward,
    absorbing: new Set([goal]),
    start: 0,
  };
}
