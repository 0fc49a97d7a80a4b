import type { Random } from '../../src/lib/statistics/random.js';
import { lowestConditions } from '../../src/papers/condition-number/condition-number.js';
import type { Arm, tensorTypes } from '../../src/papers/condition-number/tables.js';

/** A tensor that may be tuned. */
export interface Candidate {
  readonly tensor: string;
  readonly type: (typeof tensorTypes)[number];
  readonly layer: number;
  readonly kappa: number;
}

/** Arms that tune tensors themselves; `lora2` is trained apart, as it has other tensors. */
export type TensorArm = Exclude<Arm, 'lora2'>;

/** Tensors that each arm tunes, as places in the list of candidates, in the order of the stack. */
export function selectArms(
  candidates: readonly Candidate[],
  budget: number,
  source: Random,
): ReadonlyMap<TensorArm, readonly number[]> {
  const all = [...candidates.keys()];
  const lowest = (places: readonly number[], sign: 1 | -1) =>
    lowestConditions(
      places.map((at) => sign * candidates[at].kappa),
      budget,
    ).map((i) => places[i]);
  const ofType = (type: Candidate['type']) => all.filter((at) => candidates[at].type === type);
  return new Map<TensorArm, readonly number[]>([
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
