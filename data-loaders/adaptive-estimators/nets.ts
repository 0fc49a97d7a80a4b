import type { TwelveBitTraining } from '../../src/lib/learning/twelve-bit-network.js';

/** Networks that differ by their seed alone. */
export type NetGroup = {
  readonly activation: TwelveBitTraining['activation'];
  readonly l2: number;
  readonly split: TwelveBitTraining['split'];
  readonly seeds: number;
};

/** One network. */
export interface Net extends Omit<NetGroup, 'seeds'> {
  /** Names it in a part. */
  readonly id: string;
  /** Its number within the group. */
  readonly seed: number;
}

/** All networks of some groups, in their order. */
export function netsOf(groups: readonly NetGroup[]): Net[] {
  return groups.flatMap(({ activation, l2, split, seeds }) =>
    Array.from({ length: seeds }, (_, seed) => ({
      id: `${activation}-l2-${String(l2).replace('.', '-')}-${split}-${seed}`,
      ...{ activation, l2, split, seed },
    })),
  );
}

/** A network by its id. @throws {RangeError} where there is none. */
export function netOf(groups: readonly NetGroup[], id: string): Net {
  const net = netsOf(groups).find((candidate) => candidate.id === id);
  if (!net) throw new RangeError(`no network is called "${id}"`);
  return net;
}
