import { lowestConditions } from '../../src/lib/linear-algebra/condition-number.js';
import type { Random } from '../../src/lib/statistics/random.js';

/** The arms that are compared; the target is fixed by them. `lora2` is trained apart: it has other tensors. */
export const mainArms = ['low', 'high', 'rand', 'all', 'lora2'] as const;
/** Within one type of tensor, as type and depth alone set much of a condition number. */
export const controlArms = ['a-low', 'a-high', 'b-low', 'b-high'] as const;

/** A tensor that may be tuned. */
export interface Candidate {
  readonly tensor: string;
  /** A: into a block's hidden layer; B: out of it. */
  readonly type: 'A' | 'B';
  readonly layer: number;
  readonly kappa: number;
}

/** Tensors that each arm tunes, as places in the list of candidates, in the order of the stack. */
export function selectArms(
  candidates: readonly Candidate[],
  budget: number,
  source: Random,
): ReadonlyMap<string, readonly number[]> {
  const all = [...candidates.keys()];
  const lowest = (places: readonly number[], sign: 1 | -1) =>
    lowestConditions(
      places.map((at) => sign * candidates[at].kappa),
      budget,
    ).map((i) => places[i]);
  const ofType = (type: Candidate['type']) => all.filter((at) => candidates[at].type === type);
  return new Map([
    ['low', lowest(all, 1)],
    ['high', lowest(all, -1)],
    ['rand', [...source.shuffle(all.length).subarray(0, budget)]],
    ['all', all],
    ['a-low', lowest(ofType('A'), 1)],
    ['a-high', lowest(ofType('A'), -1)],
    ['b-low', lowest(ofType('B'), 1)],
    ['b-high', lowest(ofType('B'), -1)],
  ]);
}
